import type { Audience } from './audience.ts';
import { type AudienceRule, audienceFields } from './audience-fields.ts';
import { dayWords } from './dates.ts';
import { restsOf, type SurveyKind } from './rests.ts';
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

/** What of the wave, beside its audience, says who is asked. */
export interface AskedBy {
  panel: string | null;
  unit: 'person' | 'household';
  kind: SurveyKind;
}

/** ", not asked in the last 14 days and at most 2 times in 91 days": the rests that hold for a kind of survey, and only those. */
function restWords({ restDays, serviceRestDays, mostAsked }: Audience, kind: SurveyKind): string {
  const { afterService, afterOthers, givesWay } = restsOf[kind];
  const rests = [
    ...(afterOthers && restDays > 0 ? [`not asked in the last ${restDays} days`] : []),
    ...(afterService && serviceRestDays > 0 ? [`not asked about a service in the last ${serviceRestDays} days`] : []),
    ...(afterOthers && mostAsked !== null ? [`at most ${mostAsked.times} times in ${mostAsked.days} days`] : []),
    ...(afterOthers ? [] : ['however lately we asked them']),
    ...(givesWay ? ["not while the regulator's survey asks their home"] : []),
  ];
  return rests.map((rest, index) => `${index > 0 && index === rests.length - 1 ? ' and' : ','} ${rest}`).join('');
}

/** The sentence of who is asked, for staff: "Members of People's Panel in Elm with age 65 or more, not asked in the last 14 days." */
export function audienceSentence(audience: Audience, { panel, unit, kind }: AskedBy, labelOf: LabelOf): string {
  const { areas, tenures, where } = audience;
  const everybody = unit === 'household' ? 'One person in each home' : 'All residents';
  const who = panel === null ? everybody : `Members of ${panel}`;
  const places = areas.length > 0 ? ` in ${areas.map(labelOf).join(', ')}` : '';
  const tenure = tenures.length > 0 ? [`tenure ${tenures.map(labelOf).join(', ')}`] : [];
  const more = where.flatMap((rule) => ruleWords(rule, labelOf) ?? []);
  const withWhat = [...tenure, ...more].join(' and ');
  return `${who}${places}${withWhat && ` with ${withWhat}`}${restWords(audience, kind)}.`;
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
