import { waitingChanges } from '../../../db/queries/contact-changes.ts';
import { interestsOf, permissionsOf } from '../../../db/queries/permissions.ts';
import { ownStops } from '../../../db/queries/tokens.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import { permissionMatrix } from '../../../surveys/fieldwork/permission.ts';
import { formatOf } from '../../../surveys/format.ts';
import { comfortLevels, isTopic } from '../../../surveys/groups/interests.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { isolate, speaker } from '../../../web/pages/frame.ts';
import {
  allowedWays,
  type PreferenceRow,
  type PreferencesData,
  preferenceRows,
  preferredChannels,
  stopPurposes as purposes,
  rowLines,
} from '../../../web/pages/preferences-rows.ts';
import { isNumberStopped } from '../../actions/preference/change.ts';
import type { Deps } from '../../deps.ts';
import type { AppContext } from '../route.ts';
import type { Guest } from './link.ts';

/** "07*** ***123": enough to know one's own by. */
export const maskPhone = (phone: string): string =>
  `${phone.replace(/^\+44/, '0').slice(0, 2)}*** ***${phone.slice(-3)}`;

/** "k****@example.org". */
export const maskEmail = (email: string): string => `${email.slice(0, 1)}****${email.slice(email.lastIndexOf('@'))}`;

/** The one of a list that a form or an address names; null when it is none of them. */
export const oneOf = <T extends string>(all: readonly T[], value: string | null | undefined): T | null =>
  all.find((each) => each === value) ?? null;

async function waysOf({ db }: Deps, residentId: string): Promise<PreferencesData['ways']> {
  const matrix = permissionMatrix(await permissionsOf(db, residentId));
  const of = (purpose: (typeof purposes)[number]) =>
    allowedWays.filter((channel) =>
      matrix.some((one) => one.purpose === purpose && one.channel === channel && one.allowed),
    );
  return { research: of('research'), service: of('service'), marketing: of('marketing') };
}

async function stopsOf(deps: Deps, { holder, timeZone }: Guest) {
  const stops = await ownStops(deps.db, holder.residentId, deps.clock.now());
  const paused = stops.find(({ reason }) => reason === 'paused')?.until ?? null;
  const stopped = stops.filter(({ reason }) => reason !== 'paused');
  return {
    pausedUntil: paused && localDate(paused.getTime(), timeZone),
    stopped: purposes.filter((purpose) => stopped.some((stop) => stop.purpose === purpose || stop.purpose === null)),
    numberStopped: await isNumberStopped(deps, holder.residentId),
  };
}

/** Masked, and each readable from left to right among words that run the other way. */
async function addressesOf({ db, clock }: Deps, { frame, holder: { residentId, phone, email } }: Guest) {
  const wishes = await waitingChanges(db, residentId, clock.now());
  const wish = (field: 'phone' | 'email') => wishes.find((one) => one.field === field)?.address;
  const [newPhone, newEmail] = [wish('phone'), wish('email')];
  const shown = (address: string | null | undefined, mask: (address: string) => string) =>
    address ? isolate(frame.language, mask(address)) : null;
  return {
    mobile: shown(phone, maskPhone),
    email: shown(email, maskEmail),
    waiting: { mobile: shown(newPhone, maskPhone), email: shown(newEmail, maskEmail) },
  };
}

/** Everything the page shows of one resident; what was just done is named in the address. */
export async function dataOf(c: AppContext, deps: Deps, guest: Guest): Promise<PreferencesData> {
  const { holder, action, timeZone, frame } = guest;
  const data: PreferencesData = {
    action,
    language: phraseLanguage(holder.language),
    format: formatOf(holder.format),
    preferredChannel: oneOf(preferredChannels, holder.preferredChannel),
    comfort: comfortLevels.find((level) => level === holder.comfortLevel) ?? null,
    topics: (await interestsOf(deps.db, holder.residentId)).filter(isTopic),
    ways: await waysOf(deps, holder.residentId),
    ...(await addressesOf(deps, guest)),
    ...(await stopsOf(deps, guest)),
    saved: null,
    error: null,
    typed: '',
    today: localDate(deps.clock.now().getTime(), timeZone),
  };
  const row = oneOf(preferenceRows, c.req.query('saved'));
  return { ...data, saved: row && { row, words: savedWords(frame, data, row, c.req.query('as')) } };
}

const about = {
  sent: 'page.preferences.confirm_sent',
  kept: 'page.preferences.kept',
  many: 'page.preferences.too_many',
} as const;

function savedWords(frame: Guest['frame'], data: PreferencesData, row: PreferenceRow, as: string | undefined): string {
  const say = speaker(frame);
  const how = oneOf(Object.keys(about) as (keyof typeof about)[], as);
  return how ? say(about[how]) : say('page.preferences.saved', { value: rowLines(say, row, data).join('; ') });
}
