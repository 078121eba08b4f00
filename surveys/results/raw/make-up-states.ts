import type { Thresholds } from '../thresholds.ts';
import { settle } from './disclosure.ts';
import { type Arc, hidden, shown } from './network.ts';

/** How many of a group are in the population and, of those, among the members. */
export interface MakeUp {
  population: number;
  members: number;
}

/** What may be told of a group's two counts. */
export interface MakeUpTold {
  population: boolean;
  members: boolean;
}

const none = (counts: readonly MakeUp[]): MakeUpTold[] => counts.map(() => ({ population: true, members: false }));

/** One group alone: knowing that somebody is a member would tell what they are. */
const allAlike = (counts: readonly MakeUp[]) => counts.filter(({ members }) => members > 0).length === 1;

/**
 * Which counts may be told: none from 1 to the least cell, of the population, of the members or of those who are not, nor one
 * that could be worked out from the others and the totals, which are told. Every number is an arc of one table, as in `network.ts`.
 */
export function makeUpStates(counts: readonly MakeUp[], rules: Thresholds): readonly MakeUpTold[] {
  const small = (value: number) => value > 0 && value < rules.minCell;
  const whole = { population: sum(counts, 'population'), members: sum(counts, 'members') };
  if (small(whole.members) || allAlike(counts)) return membersAway(counts, rules);
  const arc = (from: number, to: number, value: number): Arc =>
    small(value) ? hidden(from, to, value) : shown(from, to, value, 'known');
  const [inside, outside] = [counts.length + 1, counts.length + 2];
  const rows = counts.map(({ population, members }, place) => ({
    population: arc(0, place + 1, population),
    members: arc(place + 1, inside, members),
    others: arc(place + 1, outside, population - members),
  }));
  const totals = [
    shown(inside, 0, whole.members, 'pinned'),
    shown(outside, 0, whole.population - whole.members, 'pinned'),
  ];
  const families = () => [
    rows.map((row) => row.population),
    rows.map((row) => row.members),
    rows.map((row) => row.others),
  ];
  if (!settle([...families().flat(), ...totals], families, rules)) return membersAway(counts, rules);
  return rows.map((row) => ({
    population: row.population.state !== 'hidden',
    members: row.members.state !== 'hidden',
  }));
}

/** Nothing told of the members; of the population what may be told of it alone. */
function membersAway(counts: readonly MakeUp[], rules: Thresholds): MakeUpTold[] {
  const away = none(counts);
  const arcs = counts.map(({ population }) =>
    population > 0 && population < rules.minCell ? hidden(0, 1, population) : shown(0, 1, population, 'known'),
  );
  const total = shown(1, 0, sum(counts, 'population'), 'pinned');
  if (!settle([...arcs, total], () => [arcs], rules)) return away.map(() => ({ population: false, members: false }));
  return away.map((told, place) => ({ ...told, population: arcs[place]?.state !== 'hidden' }));
}

const sum = (counts: readonly MakeUp[], of: keyof MakeUp) => counts.reduce((total, each) => total + each[of], 0);
