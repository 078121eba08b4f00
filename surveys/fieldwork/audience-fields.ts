import { z } from 'zod';

/**
 * What people can be picked by besides panel, area and tenure: anything the register holds but special-category data. One line each.
 *
 * list: any of some codes. range: whole numbers from, to, both in. since: a local day.
 * words: in "with {words} ...". another: short words for those left out. told: why somebody got nothing, after "she".
 */
export const audienceFields = {
  scheme: { kind: 'list', words: 'scheme', another: 'another scheme', told: 'lives in another scheme' },
  property_type: {
    kind: 'list',
    words: 'type of home',
    another: 'another type of home',
    told: 'lives in another type of home',
  },
  age: { kind: 'range', words: 'age', another: 'another age', told: 'is of another age' },
  language: { kind: 'list', words: 'language', another: 'another language', told: 'reads another language' },
  format: { kind: 'list', words: 'print size', another: 'another print size', told: 'reads another print size' },
  way: {
    kind: 'list',
    words: 'a way of reaching them',
    another: 'not reached by the chosen ways',
    told: 'cannot be reached by the ways that were chosen',
  },
  group: {
    kind: 'list',
    words: 'membership of',
    another: 'not in the chosen groups',
    told: 'is in none of the chosen groups',
  },
  interest: {
    kind: 'list',
    words: 'interest in',
    another: 'no interest in the chosen topics',
    told: 'is interested in none of the chosen topics',
  },
  tenancy: {
    kind: 'range',
    words: 'years in their home',
    another: 'longer or shorter in their home',
    told: 'has lived there for longer or shorter than was chosen',
  },
  digital: {
    kind: 'list',
    words: 'digital access',
    another: 'other digital access',
    told: 'has other digital access than was chosen',
  },
  last_wave: {
    kind: 'list',
    words: 'the last wave',
    another: 'another answer to the last wave',
    told: 'did otherwise in the last wave than was chosen',
  },
  joined: { kind: 'since', words: 'joined since', another: 'joined earlier', told: 'joined earlier than was chosen' },
} as const satisfies Record<string, AudienceField>;

interface AudienceField {
  kind: 'list' | 'range' | 'since';
  words: string;
  another: string;
  told: string;
}
export type FieldCode = keyof typeof audienceFields;
export const fieldCodes = Object.keys(audienceFields) as [FieldCode, ...FieldCode[]];

/** Codes of the lists that are ours; those of the others come from the register. */
export const digitalCodes = ['online', 'offline'] as const;
export const lastWaveCodes = ['answered', 'did_not', 'not_asked'] as const;

/** What is said to whoever tries to pick people by something else. */
const notOffered =
  'We do not pick people by ethnicity, disability, belief or orientation. Try area, tenure, home type or age.';

/** A rule names at most this many codes. */
const mostCodes = 200;
const number = z.number().int().min(0).max(150).nullable().default(null);

/** One "and ..." of the sentence. */
export const audienceRule = z
  .object({
    field: z.enum(fieldCodes, { error: notOffered }),
    codes: z.array(z.string().min(1).max(200)).max(mostCodes).default([]),
    from: number,
    to: number,
    since: z.iso.date().nullable().default(null),
  })
  .refine(
    ({ from, to }) => from === null || to === null || from <= to,
    'The first number must not be above the second.',
  );
export type AudienceRule = z.infer<typeof audienceRule>;

/** What a person has for a field: codes of a list, a number, a local day; null is not known. */
export type FieldValue = readonly string[] | number | string | null;

/** Whether a person meets a rule. One that says nothing yet is met by all; what is not known meets none that says something. */
export function meets({ field, codes, from, to, since }: AudienceRule, value: FieldValue): boolean {
  switch (audienceFields[field].kind) {
    case 'list':
      return codes.length === 0 || (Array.isArray(value) && value.some((code) => codes.includes(code)));
    case 'range':
      if (from === null && to === null) return true;
      return typeof value === 'number' && (from === null || value >= from) && (to === null || value <= to);
    case 'since':
      return since === null || (typeof value === 'string' && value >= since);
  }
}
