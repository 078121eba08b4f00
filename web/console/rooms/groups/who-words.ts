import type { Answer } from '../../../shared/api.ts';
import { type Translate, wordOf } from '../../words.ts';

export type Representation = Answer<'GET /api/v1/groups/{id}/representation'>;
export type Compared = Representation['fields'][number];
export type Short = Representation['mend'][number];

const plainNames = {
  age: 'who.age',
  area: 'who.area',
  tenure: 'who.tenure',
  property_type: 'who.property_type',
} as const;
const isPlain = (field: string): field is keyof typeof plainNames => Object.hasOwn(plainNames, field);

/** What a field is called: ours by our words, a profile field by those of its list. */
export const nameOf = ({ field, name }: { field: string; name?: string | null }, t: Translate): string =>
  name ?? (isPlain(field) ? t(plainNames[field]) : field);

/** What a group is called; codes of a home's type and tenure have words of ours. */
export const labelOf = (field: string, { code, label }: { code: string; label: string }): string =>
  field === 'tenure' || field === 'property_type' ? capital(wordOf('tenure', code)) : label;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
