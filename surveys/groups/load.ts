/** How much one person does for us, as dated data: so that nobody is asked until they have had enough. */
export interface LoadRules {
  /** First day they are used. */
  from: string;
  /** What counts is at most this many days old. */
  days: number;
  weights: Readonly<LoadCounts>;
  /** From this score on we are careful, and from that one on we do not ask for more. */
  amber: number;
  red: number;
}

/** What somebody was given to do in those days. */
export interface LoadCounts {
  /** Packs of papers sent to read. */
  papers: number;
  /** Surveys they answered. */
  surveys: number;
  /** Focus groups and the like that they said yes to and that are past or within the days to come. */
  meetings: number;
}

/** An evening out is worth two readings. A member of one monthly group who answers the panel stands at 4; of two, with a focus group, at 9. */
export const loadRules: readonly LoadRules[] = [
  { from: '2026-04-01', days: 90, weights: { papers: 1, surveys: 1, meetings: 2 }, amber: 6, red: 10 },
];

/** The rules in force on a day (local date); the first there are for a day before them. */
export function loadRulesOn(day: string, all: readonly LoadRules[] = loadRules): LoadRules {
  const current = all.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const rules = current[0] ?? all[0];
  if (!rules) throw new RangeError('No rules for the load of a member');
  return rules;
}

export type Light = 'green' | 'amber' | 'red';

export interface Load extends LoadCounts {
  score: number;
  light: Light;
}

/** The load of somebody by the rules. */
export function loadOf(counts: LoadCounts, { weights, amber, red }: LoadRules): Load {
  const { papers, surveys, meetings } = counts;
  const score = papers * weights.papers + surveys * weights.surveys + meetings * weights.meetings;
  const light = score >= red ? 'red' : score >= amber ? 'amber' : 'green';
  return { papers, surveys, meetings, score, light };
}
