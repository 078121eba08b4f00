import { board } from './board.ts';
import { calls } from './calls.ts';
import { campaigns } from './campaigns.ts';
import { drafts } from './drafts.ts';
import { editions } from './editions.ts';
import { emailPrices } from './email-prices.ts';
import { events } from './events.ts';
import { fieldwork } from './fieldwork.ts';
import { freeText } from './free-text.ts';
import { groups } from './groups.ts';
import { imports } from './imports.ts';
import { interests } from './interests.ts';
import { joinRequests } from './join-requests.ts';
import { keeping } from './keeping.ts';
import { ledger } from './ledger.ts';
import { memberships } from './memberships.ts';
import { photos } from './photos.ts';
import { phrases } from './phrases.ts';
import { practice } from './practice.ts';
import { practise } from './practise.ts';
import { privacy } from './privacy.ts';
import { prizes } from './prizes.ts';
import { profiles } from './profiles.ts';
import { questionnaires } from './questionnaires.ts';
import { quotas } from './quotas.ts';
import { referrals } from './referrals.ts';
import { residents } from './residents.ts';
import { responses } from './responses.ts';
import { results } from './results.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { staff } from './staff.ts';
import { takeBack } from './take-back.ts';
import { translations } from './translations.ts';
import { waveCost } from './wave-cost.ts';
import { waves } from './waves.ts';

/** The whole contract of the API. Each noun has its file; the console types its calls from here. */
export const contract = {
  ...session,
  ...settings,
  ...staff,
  ...imports,
  ...residents,
  ...groups,
  ...profiles,
  ...memberships,
  ...interests,
  ...events,
  ...joinRequests,
  ...referrals,
  ...drafts,
  ...questionnaires,
  ...translations,
  ...phrases,
  ...editions,
  ...practise,
  ...calls,
  ...campaigns,
  ...waves,
  ...takeBack,
  ...fieldwork,
  ...board,
  ...quotas,
  ...waveCost,
  ...emailPrices,
  ...prizes,
  ...ledger,
  ...responses,
  ...results,
  ...practice,
  ...privacy,
  ...keeping,
  ...freeText,
  ...photos,
};
export type ApiContract = typeof contract;
