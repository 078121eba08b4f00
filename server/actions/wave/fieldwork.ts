import { type BoardRow, boardRows, type FieldworkRow, fieldworkOf } from '../../../db/queries/fieldwork.ts';
import { daysBetween, localClock, localDate } from '../../../surveys/fieldwork/dates.ts';
import { healthOf, targetOf } from '../../../surveys/fieldwork/health.ts';
import { type Band, bandOf, bandsFor } from '../../../surveys/results/bands.ts';
import { type GroupCounts, whoWeHear } from '../../../surveys/results/representation.ts';
import { responseFigures } from '../../../surveys/results/response.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { labels } from '../results/labels.ts';
import { bandsOf } from '../results/load.ts';
import { usualRate } from './estimate.ts';
import { chartOf, daysOf, openingOf } from './fieldwork-days.ts';

/** The margin a landlord wants of a wave: 5 points. */
const aim = 0.05;

/** How a wave stands now. Throws `not_found`. */
export async function seeFieldwork(deps: Deps, waveId: string) {
  const row = await fieldworkOf(deps.db, waveId);
  if (row === null) throw problems.notFound('wave');
  const figures = responseFigures(row.dispositions, row.population, aim);
  const now = deps.clock.now();
  const today = localDate(now.getTime(), row.timeZone);
  const days = daysOf(row);
  const target = targetOf(row.population, figures.asked, aim, usualRate);
  return {
    ...row,
    rate: figures.rate,
    aim: { points: aim * 100, needed: figures.needed, enough: figures.enough, toAsk: figures.toAsk },
    target,
    health: healthOf({
      status: row.status,
      day: daysBetween(row.opensOn, today) + 1,
      days: daysBetween(row.opensOn, row.closesOn) + 1,
      asked: figures.asked,
      answered: figures.answered,
      target,
    }),
    days,
    chart: chartOf(days, row, today),
    opening: openingOf(row, figures.answered, now),
    asked: figures.asked,
    answered: figures.answered,
    margin: figures.margin === null ? null : figures.margin * 100,
    dispositions: figures.lines.map(({ group, words, count }) => ({ code: group, label: words, count })),
    modes: row.modes.map(({ mode, count }) => ({ mode: labels[mode] ?? mode, count })),
    board: boardOf(await boardRows(deps.db, waveId), bandsFor(today, 0, await bandsOf(deps, row.opensOn)).bands),
    notices: noticesOf(row),
  };
}

/** Who we hear, by age band, area and tenure. */
function boardOf(rows: readonly BoardRow[], bands: readonly Band[]) {
  const of = (field: BoardRow['field']) => rows.filter((row) => row.field === field);
  const fields = [
    { field: 'Age', groups: byBand(of('age'), bands) },
    { field: 'Area', groups: of('area').map(asGroup) },
    { field: 'Tenure', groups: of('tenure').map(asGroup) },
  ];
  return fields.flatMap(({ field, groups }) =>
    whoWeHear(groups).map(({ label, ...heard }) => ({ ...heard, field, group: label, gap: heard.gap * 100 })),
  );
}

const asGroup = ({ code, population, asked, answered }: BoardRow): GroupCounts => ({
  group: code,
  label: labels[code] ?? code,
  population,
  asked,
  answered,
});

function byBand(rows: readonly BoardRow[], bands: readonly Band[]): GroupCounts[] {
  return bands.map((band, place) => {
    const inBand = rows.filter(({ code }) => bandOf(bands, Number(code)) === place);
    const sum = (of: 'population' | 'asked' | 'answered') => inBand.reduce((total, row) => total + row[of], 0);
    const counts = { population: sum('population'), asked: sum('asked'), answered: sum('answered') };
    return { group: band.id, label: band.label, ...counts };
  });
}

const channelNames = { sms: 'Texts', email: 'Emails', post: 'Letters' } as const;

function noticesOf({ stopped, toPost, timeZone }: FieldworkRow): string[] {
  return [
    ...stopped.map(({ channel, reason, at, waiting }) => {
      const since = localClock(new Date(at).getTime(), timeZone);
      return `${channelNames[channel]} stopped at ${since}. ${reason} ${waiting} wait and will go by themselves. Nobody gets one twice.`;
    }),
    ...toPost.map(
      ({ number, letters }) =>
        `Post batch ${number} (${letters} ${letters === 1 ? 'letter' : 'letters'}) is printed and not marked posted.`,
    ),
  ];
}
