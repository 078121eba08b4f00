import { ownStops } from '../../../db/queries/tokens.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import { isFormat } from '../../../surveys/format.ts';
import { isLanguage } from '../../../surveys/language.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { type Frame, speaker } from '../../../web/pages/frame.ts';
import {
  type PreferenceRow,
  type PreferencesData,
  preferenceChangePage,
  preferenceRows,
  preferencesPage,
  preferenceWords,
  preferredChannels,
  stopPurposes as purposes,
} from '../../../web/pages/preferences.ts';
import { changeOwnReach, isNumberStopped, pauseUntil, resume, stopPurposes } from '../../actions/preference/change.ts';
import type { Deps } from '../../deps.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { byLink, type Guest } from './link.ts';
import { tellKindly } from './tell.ts';
import { formOf, goTo, show } from './visit.ts';

/** "07*** ***123": enough to know one's own by. */
export const maskPhone = (phone: string): string =>
  `${phone.replace(/^\+44/, '0').slice(0, 2)}*** ***${phone.slice(-3)}`;

/** "k****@example.org". */
export const maskEmail = (email: string): string => `${email.slice(0, 1)}****${email.slice(email.lastIndexOf('@'))}`;

const oneOf = <T extends string>(all: readonly T[], value: string | null | undefined): T | null =>
  all.find((each) => each === value) ?? null;

async function dataOf(c: AppContext, deps: Deps, { holder, frame, action, timeZone }: Guest): Promise<PreferencesData> {
  const now = deps.clock.now();
  const stops = await ownStops(deps.db, holder.residentId, now);
  const paused = stops.find(({ reason }) => reason === 'paused')?.until ?? null;
  const stopped = stops.filter(({ reason }) => reason !== 'paused');
  const row = oneOf(preferenceRows, c.req.query('saved'));
  return {
    action,
    language: phraseLanguage(holder.language),
    format: isFormat(holder.format) ? holder.format : 'standard',
    preferredChannel: oneOf(preferredChannels, holder.preferredChannel),
    phone: holder.phone && maskPhone(holder.phone),
    email: holder.email && maskEmail(holder.email),
    pausedUntil: paused && localDate(paused.getTime(), timeZone),
    stopped: purposes.filter((purpose) => stopped.some((stop) => stop.purpose === purpose || stop.purpose === null)),
    numberStopped: await isNumberStopped(deps, holder.residentId),
    saved: savedWords(frame, row, holder),
    error: null,
    today: localDate(now.getTime(), timeZone),
  };
}

function savedWords(frame: Frame, row: PreferenceRow | null, holder: Guest['holder']): string | null {
  const values = { language: holder.language, format: holder.format, channel: holder.preferredChannel ?? '' };
  return row && preferenceWords(speaker(frame), row, values[row]);
}

async function showPreferences(c: AppContext, deps: Deps, guest: Guest): Promise<Response> {
  const row = oneOf(preferenceRows, c.req.query('change'));
  const data = await dataOf(c, deps, guest);
  return show(c, row ? preferenceChangePage(guest.frame, data, row) : preferencesPage(guest.frame, data));
}

const changeOf: Record<PreferenceRow, (value: string, frame: Frame) => Parameters<typeof changeOwnReach>[2] | null> = {
  language: (value, { offered }) => (isLanguage(value) && offered.includes(value) ? { language: value } : null),
  format: (value) => (isFormat(value) ? { format: value } : null),
  channel: (value) => {
    const preferredChannel = oneOf(preferredChannels, value);
    return preferredChannel && { preferredChannel };
  },
};

async function changeRow(c: AppContext, deps: Deps, guest: Guest, form: URLSearchParams): Promise<Response> {
  const row = oneOf(preferenceRows, form.get('row'));
  const change = row && changeOf[row](form.get('value') ?? '', guest.frame);
  if (!row || !change) return goTo(c, guest.action);
  await changeOwnReach(deps, guest.holder.residentId, change);
  return goTo(c, `${guest.action}?saved=${row}`);
}

/** A pause of more than two years is a mistake. */
const longestPauseMs = 2 * 366 * 86_400_000;

async function pause(c: AppContext, deps: Deps, guest: Guest, form: URLSearchParams): Promise<Response> {
  const day = form.get('until') ?? '';
  const until = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : new Date(Number.NaN);
  const away = until.getTime() - deps.clock.now().getTime();
  if (!(away > 0 && away < longestPauseMs)) {
    const data = { ...(await dataOf(c, deps, guest)), error: speaker(guest.frame)('error.date_past') };
    return show(c, preferencesPage(guest.frame, data), 422);
  }
  await pauseUntil(deps, guest.holder.residentId, until);
  return goTo(c, guest.action);
}

async function stop(c: AppContext, deps: Deps, guest: Guest, form: URLSearchParams): Promise<Response> {
  const ticked = purposes.filter((purpose) => form.getAll('stop').includes(purpose));
  const start = purposes.filter((purpose) => !ticked.includes(purpose));
  await stopPurposes(deps, guest.holder.residentId, { stop: ticked, start });
  return goTo(c, guest.action);
}

async function takePreferences(c: AppContext, deps: Deps, guest: Guest): Promise<Response> {
  const form = await formOf(c);
  switch (form.get('do')) {
    case 'change':
      return changeRow(c, deps, guest, form);
    case 'pause':
      return pause(c, deps, guest, form);
    case 'resume':
      await resume(deps, guest.holder.residentId);
      return goTo(c, guest.action);
    case 'stop':
      return stop(c, deps, guest, form);
    default:
      return goTo(c, guest.action);
  }
}

const shared = { path: '/p/:token', who: 'resident', tell: tellKindly } as const;

export const preferenceRoutes: readonly RouteDef[] = [
  route({ ...shared, method: 'GET', limit: limits.none, handle: byLink('preferences', showPreferences) }),
  route({ ...shared, method: 'POST', limit: limits.small, handle: byLink('preferences', takePreferences) }),
];
