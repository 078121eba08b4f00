/** Who is in a panel or group, beside everybody who lives in our homes: the one way from counts to what staff may see. */
import { makeUpStates } from './raw/make-up-states.ts';
import { dissimilarity, type GroupHeard, type Signal, signalOf, whoWeHear } from './representation.ts';
import type { Thresholds } from './thresholds.ts';

export interface GroupMakeUp {
  code: string;
  label: string;
  population: number;
  members: number;
}

/** A group as it may be shown; what is null is not told, and `told` says whether that is to protect people. */
export interface GroupShown {
  code: string;
  label: string;
  population: number | null;
  members: number | null;
  populationShare: number | null;
  memberShare: number | null;
  /** Share of the members over share of the population. */
  ratio: number | null;
  signal: Signal;
  hidden: boolean;
}

export interface FieldShown {
  groups: GroupShown[];
  /** Share of the members who would have to be of another group to match; groups not told count as one. Null: too few are told. */
  index: number | null;
  /** People of whom nothing is known here; "prefer not to say" is known. */
  unknown: { population: number; members: number; populationShare: number; memberShare: number };
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/**
 * Compares the members with the population by one field. Shares are of those of whom it is known. `everyone` is all members and
 * all of the population; `rules` hide small counts and what would give them away, null hides nothing.
 */
export function compareMakeUp(
  counts: readonly GroupMakeUp[],
  everyone: { population: number; members: number },
  rules: Thresholds | null,
): FieldShown {
  const heard = whoWeHear(counts.map(asCounts));
  const told = rules === null ? counts.map(() => ({ population: true, members: true })) : makeUpStates(counts, rules);
  const known = { population: sum(heard, 'population'), members: sum(heard, 'answered') };
  const unknown = { population: everyone.population - known.population, members: everyone.members - known.members };
  const groups = heard.map((group, place) =>
    shownOf(group, known.members > 0, told[place] ?? { population: false, members: false }),
  );
  return {
    groups,
    index: known.members > 0 ? indexOf(heard, groups) : null,
    unknown: {
      ...unknown,
      populationShare: share(unknown.population, everyone.population),
      memberShare: share(unknown.members, everyone.members),
    },
  };
}

const asCounts = ({ code, label, population, members }: GroupMakeUp) => ({
  group: code,
  label,
  population,
  asked: members,
  answered: members,
});

const sum = (groups: readonly GroupHeard[], of: 'population' | 'answered') =>
  groups.reduce((total, group) => total + group[of], 0);

function shownOf(group: GroupHeard, any: boolean, told: { population: boolean; members: boolean }): GroupShown {
  const both = told.population && told.members;
  const ratio = both && any ? group.ratio : null;
  return {
    code: group.group,
    label: group.label,
    population: told.population ? group.population : null,
    members: told.members ? group.answered : null,
    populationShare: told.population ? group.populationShare : null,
    memberShare: told.members ? group.answeredShare : null,
    ratio,
    signal: signalOf(ratio),
    hidden: !both,
  };
}

/** The index of what is told alone: the rest is one group, or hidden numbers could be worked out from it. */
function indexOf(heard: readonly GroupHeard[], shown: readonly GroupShown[]): number | null {
  const open = heard.filter((_, place) => !shown[place]?.hidden);
  if (open.length === 0) return null;
  const rest = heard.filter((_, place) => shown[place]?.hidden);
  const [population, members] = [sum(rest, 'population'), sum(rest, 'answered')];
  return dissimilarity(whoWeHear([...open, { group: '', label: '', population, asked: members, answered: members }]));
}

/** A group of which there are too few: how many more would make its share right, and how many to invite for them. */
export interface Shortage {
  code: string;
  label: string;
  short: number;
  invite: number;
}

/** How many of those invited say yes, as dated data: a guess until a landlord's own figures replace it. */
export const uptake = { from: '2026-01-01', share: 0.2 } as const;

/** Groups below amber, the shortest first. Nobody is invited twice over: never more than there are outside. */
export function shortages(groups: readonly GroupShown[], members: number): Shortage[] {
  return groups
    .flatMap(({ code, label, ratio, population, members: mine, populationShare, signal }) => {
      if (population === null || mine === null || populationShare === null) return [];
      if (ratio === null || ratio >= 1 || signal === 'ok') return [];
      const short = Math.round(populationShare * members - mine);
      const invite = Math.min(population - mine, Math.ceil(short / uptake.share));
      return short > 0 && invite > 0 ? [{ code, label, short, invite }] : [];
    })
    .toSorted((a, b) => b.short - a.short);
}
