import { isFormat } from '../../../surveys/format.ts';
import { comfortLevels, topics } from '../../../surveys/groups/interests.ts';
import { isLanguage } from '../../../surveys/language.ts';
import { type Frame, speaker } from '../../../web/pages/frame.ts';
import { preferencesPage } from '../../../web/pages/preferences.ts';
import { preferenceChangePage } from '../../../web/pages/preferences-change.ts';
import {
  addressRows,
  type ChoiceRow,
  choiceRows,
  preferenceRows,
  preferredChannels,
  stopPurposes as purposes,
} from '../../../web/pages/preferences-rows.ts';
import { changeOwnReach, pauseUntil, resume, stopPurposes } from '../../actions/preference/change.ts';
import { allowWays, chooseTopics } from '../../actions/preference/wishes.ts';
import type { Deps } from '../../deps.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { byLink, type Guest, newLink } from './link.ts';
import { askAgainFor, askForNew, keepOld } from './new-address.ts';
import { dataOf, oneOf } from './preferences-data.ts';
import { tellKindly } from './tell.ts';
import { formOf, goTo, show } from './visit.ts';

async function showPreferences(c: AppContext, deps: Deps, guest: Guest): Promise<Response> {
  const row = oneOf(preferenceRows, c.req.query('change'));
  const data = await dataOf(c, deps, guest);
  return show(c, row ? preferenceChangePage(guest.frame, data, row) : preferencesPage(guest.frame, data));
}

type Change = Parameters<typeof changeOwnReach>[2];

const changeOf: Record<ChoiceRow, (value: string, frame: Frame) => Change | null> = {
  language: (value, { offered }) => (isLanguage(value) && offered.includes(value) ? { language: value } : null),
  format: (value) => (isFormat(value) ? { format: value } : null),
  channel: (value) => {
    const preferredChannel = oneOf(preferredChannels, value);
    return preferredChannel && { preferredChannel };
  },
  comfort: (value) => {
    const comfortLevel = comfortLevels.find((level) => String(level) === value);
    return comfortLevel ? { comfortLevel } : null;
  },
};

async function changeRow(c: AppContext, deps: Deps, guest: Guest, form: URLSearchParams): Promise<Response> {
  const row = oneOf(preferenceRows, form.get('row'));
  const address = oneOf(addressRows, row);
  if (address) return askForNew(c, deps, guest, { row: address, typed: form.get('value') ?? '' });
  const done = row !== null && (await changed(deps, guest, form));
  return goTo(c, done ? `${guest.action}?saved=${row}` : guest.action);
}

/** Saves a row of choices or boxes. False when what came is none of them. */
async function changed(deps: Deps, { holder, frame }: Guest, form: URLSearchParams): Promise<boolean> {
  const row = form.get('row');
  if (row === 'topics') {
    const ticked = form.getAll('topic');
    await chooseTopics(
      deps,
      holder.residentId,
      topics.filter((topic) => ticked.includes(topic)),
    );
    return true;
  }
  if (row === 'ways') {
    await allowWays(deps, holder.residentId, ({ purpose, channel }) => form.getAll(purpose).includes(channel));
    return true;
  }
  const choice = oneOf(choiceRows, row);
  const change = choice && changeOf[choice](form.get('value') ?? '', frame);
  if (change) await changeOwnReach(deps, holder.residentId, change);
  return change !== null;
}

/** A pause of more than two years is a mistake. */
const longestPauseMs = 2 * 366 * 86_400_000;

async function pause(c: AppContext, deps: Deps, guest: Guest, form: URLSearchParams): Promise<Response> {
  const day = form.get('until') ?? '';
  const until = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : new Date(Number.NaN);
  const away = until.getTime() - deps.clock.now().getTime();
  if (!(away > 0 && away < longestPauseMs)) {
    const error = { words: speaker(guest.frame)('error.date_past'), anchor: 'until' };
    return show(c, preferencesPage(guest.frame, { ...(await dataOf(c, deps, guest)), error, typed: day }), 422);
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

type Act = (c: AppContext, deps: Deps, guest: Guest, form: URLSearchParams) => Promise<Response>;

const acts: Readonly<Record<string, Act>> = {
  change: changeRow,
  again: askAgainFor,
  keep: keepOld,
  pause,
  stop,
  resume: async (c, deps, { holder, action }) => {
    await resume(deps, holder.residentId);
    return goTo(c, action);
  },
};

async function takePreferences(c: AppContext, deps: Deps, guest: Guest): Promise<Response> {
  const form = await formOf(c);
  const act = acts[form.get('do') ?? ''];
  return act ? act(c, deps, guest, form) : goTo(c, guest.action);
}

const shared = { path: '/p/:token', who: 'resident', tell: tellKindly } as const;

export const preferenceRoutes: readonly RouteDef[] = [
  route({ ...shared, method: 'GET', limit: limits.none, handle: byLink('preferences', showPreferences) }),
  route({ ...shared, method: 'POST', limit: limits.small, handle: newLink(byLink('preferences', takePreferences)) }),
];
