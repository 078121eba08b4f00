import type { RouteDef } from '../route.ts';
import { boardRoutes } from './board.ts';
import { callRoutes } from './calls.ts';
import { campaignRoutes } from './campaigns.ts';
import { draftRoutes } from './drafts.ts';
import { editionRoutes } from './editions.ts';
import { emailPriceRoutes } from './email-prices.ts';
import { eventRoutes } from './events.ts';
import { fieldworkRoutes } from './fieldwork.ts';
import { freeTextRoutes } from './free-text.ts';
import { groupRoutes } from './groups.ts';
import { importRoutes } from './imports.ts';
import { interestRoutes } from './interests.ts';
import { joinRequestRoutes } from './join-requests.ts';
import { keepingRoutes } from './keeping.ts';
import { ledgerRoutes } from './ledger.ts';
import { membershipRoutes } from './memberships.ts';
import { photoRoutes } from './photos.ts';
import { phraseRoutes } from './phrases.ts';
import { practiceRoutes } from './practice.ts';
import { practiseRoutes } from './practise.ts';
import { privacyRoutes } from './privacy.ts';
import { prizeRoutes } from './prizes.ts';
import { profileRoutes } from './profiles.ts';
import { questionnaireRoutes } from './questionnaires.ts';
import { quotaRoutes } from './quotas.ts';
import { referralRoutes } from './referrals.ts';
import { residentRoutes } from './residents.ts';
import { responseRoutes } from './responses.ts';
import { resultsRoutes } from './results.ts';
import { sessionRoutes } from './session.ts';
import { settingsRoutes } from './settings.ts';
import { staffRoutes } from './staff.ts';
import { takeBackRoutes } from './take-back.ts';
import { translationRoutes } from './translations.ts';
import { waveCostRoutes } from './wave-cost.ts';
import { waveRoutes } from './waves.ts';

/** Every route of the API: `serve(contract, handlers)` of each noun. */
export const apiRoutes: readonly RouteDef[] = [
  ...sessionRoutes,
  ...settingsRoutes,
  ...staffRoutes,
  // Before residents, whose `{id}` would take its address.
  ...importRoutes,
  ...residentRoutes,
  ...groupRoutes,
  ...profileRoutes,
  ...membershipRoutes,
  ...interestRoutes,
  ...eventRoutes,
  ...joinRequestRoutes,
  ...referralRoutes,
  ...draftRoutes,
  ...questionnaireRoutes,
  ...translationRoutes,
  ...phraseRoutes,
  ...editionRoutes,
  ...practiseRoutes,
  ...practiceRoutes,
  ...fieldworkRoutes,
  ...boardRoutes,
  ...quotaRoutes,
  ...waveCostRoutes,
  ...emailPriceRoutes,
  ...prizeRoutes,
  ...ledgerRoutes,
  ...callRoutes,
  ...campaignRoutes,
  ...waveRoutes,
  ...takeBackRoutes,
  ...responseRoutes,
  ...resultsRoutes,
  ...privacyRoutes,
  ...keepingRoutes,
  ...freeTextRoutes,
  ...photoRoutes,
];
