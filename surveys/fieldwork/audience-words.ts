import type { Audience } from './audience.ts';
import { type AudienceRule, audienceFields } from './audience-fields.ts';
import { dayWords } from './dates.ts';
import type { Sampling } from './sampling-design.ts';

/** Words for a code of a list: a tenure, a group, a topic. */
export type LabelOf = (code: string) => string;

const list = (codes: readonly string[], labelOf: LabelOf) => codes.map(labelOf).join(' or ');

/** "age 65 or more", "interest in Repairs or Safety", "joined since 3 May 2026"; null for a rule that says nothing yet. */
function ruleWords({ field, codes, from, to, since }: AudienceRule, labelOf: LabelOf): string | null {
  const { kind, words } = audienceFields[field];
  if (kind === 'since') return since === null ? null : `${words} ${dayWords(since, '0001-01-01')}`;
  if (kind === 'list') return codes.length === 0 ? null : `${words} ${list(codes, labelOf)}`;
  if (from === null && to === null) return null;
  if (to === null) return `${words} ${from} or more`;
  return from === null ? `${words} up to ${to}` : `${words} ${from} to ${to}`;
}

/** The sentence of who is asked, for staff: "Members of People's Panel in Elm with age 65 or more, not asked in the last 14 days." */
export function audienceSentence(
  { areas, tenures, where, restDays, mostAsked }: Audience,
  { panel, unit }: { panel: string | null; unit: 'person' | 'household' },
  labelOf: LabelOf,
): string {
  const everybody = unit === 'household' ? 'One person in each home' : 'All residents';
  const who = panel === null ? everybody : `Members of ${panel}`;
  const places = areas.length > 0 ? ` in ${areas.map(labelOf).join(', ')}` : '';
  const tenure = tenures.length > 0 ? [`tenure ${tenures.map(labelOf).join(', ')}`] : [];
  const more = where.flatMap((rule) => ruleWords(rule, labelOf) ?? []);
  const withWhat = [...tenure, ...more].join(' and ');
  const rest = [
    ...(restDays === 0 ? [] : [`not asked in the last ${restDays} days`]),
    ...(mostAsked === null ? [] : [`at most ${mostAsked.times} times in ${mostAsked.days} days`]),
  ];
  return [`${who}${places}${withWhat && ` with ${withWhat}`}`, ...(rest.length > 0 ? [rest.join(' and ')] : [])]
    .join(', ')
    .concat('.');
}

/** How they are drawn, for staff. */
export function samplingSentence(design: Sampling): string {
  const n = (count: number) => count.toLocaleString('en-GB');
  switch (design.method) {
    case 'everyone':
      return 'Everyone';
    case 'random':
      return `${n(design.size)} people picked at random`;
    case 'share':
      return `${design.percent}% picked at random`;
    case 'stratified': {
      const how = design.numbers === null ? `${n(design.size)} people shared out in proportion` : 'chosen numbers';
      return `By ${byWords(design.by)}: ${how}, each group picked at random`;
    }
    case 'quota':
      return `${n(design.size)} people; a group by ${byWords(design.by)} is left in peace when it has answers enough`;
  }
}

const byWords = (by: readonly string[]) => by.map((field) => field.replaceAll('_', ' ')).join(' and ');
