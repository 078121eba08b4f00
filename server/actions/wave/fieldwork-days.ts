import type { FieldworkRow } from '../../../db/queries/fieldwork.ts';
import { dayWords, localClock, localDate, plusDays } from '../../../surveys/fieldwork/dates.ts';
import { dailyBars } from '../../../web/charts/daily-bars.ts';
import { labels } from '../results/labels.ts';

export interface DayAnswers {
  day: string;
  answered: number;
  modes: { mode: string; count: number }[];
}

/** Answers of each day that had any, by mode. */
export function daysOf({ days }: FieldworkRow): DayAnswers[] {
  const byDay = Map.groupBy(days, ({ day }) => day);
  return [...byDay].map(([day, rows]) => ({
    day,
    answered: rows.reduce((sum, { count }) => sum + count, 0),
    modes: rows.map(({ mode, count }) => ({ mode: labels[mode] ?? mode, count })),
  }));
}

/** The same as a picture: every day from the first in the field to the last or today, those without answers too. Empty without any. */
export function chartOf(days: readonly DayAnswers[], { opensOn, closesOn }: FieldworkRow, today: string): string {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return '';
  const from = [first, opensOn].sort()[0] ?? first;
  const to = [last, [today, closesOn].sort()[0] ?? last].sort()[1] ?? last;
  const all: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) all.push(day);
  const short = (day: string) => dayWords(day, day).replace(/ (\p{L}{3})\p{L}*/u, ' $1');
  const bars = all.map((day) => ({ label: short(day), count: days.find((each) => each.day === day)?.answered ?? 0 }));
  const best = days.toSorted((a, b) => b.answered - a.answered)[0];
  const title = `Answers each day: most on ${dayWords(best?.day ?? from, today)}, ${best?.answered ?? 0}.`;
  return dailyBars(bars, { id: 'answers-each-day', title });
}

const channelNames = { sms: 'texts', email: 'emails', post: 'letters' } as const;

/** "Launched 10:02. First texts leave at 10:10. Answers usually start within minutes." Null once somebody has answered. */
export function openingOf(row: FieldworkRow, answered: number, now: Date): string | null {
  if (answered > 0 || row.launchedAt === null || row.status === 'closed') return null;
  const today = localDate(now.getTime(), row.timeZone);
  const when = (at: Date) => {
    const day = localDate(at.getTime(), row.timeZone);
    return `${day === today ? '' : `${dayWords(day, today)}, `}${localClock(at.getTime(), row.timeZone)}`;
  };
  const gone = row.channels.some(({ sent, delivered }) => sent + delivered > 0);
  const [next] = row.first;
  const at = next === undefined ? null : new Date(Math.max(new Date(next.at).getTime(), now.getTime()));
  const what = next?.channel ? channelNames[next.channel] : 'messages';
  const launched = `Launched ${when(row.launchedAt)}.`;
  if (gone) return `${launched} Messages have gone, and nobody has answered yet.`;
  return at === null
    ? launched
    : `${launched} First ${what} leave at ${when(at)}. Answers usually start within minutes.`;
}
