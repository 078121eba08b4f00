import { type Bands, bandOf } from '../bands.ts';
import { unknownByte } from '../codes.ts';
import type { FieldName, WaveColumns } from '../columns.ts';

/** The fields a result may be broken down by. A fixed list: two close breakdowns taken from each other give people away. */
export const breakdowns = ['none', 'age', 'area', 'tenure', 'mode'] as const;
export type Breakdown = (typeof breakdowns)[number];

export interface Group {
  /** Id of a band, or a code; `unknown` for those whose age, area or tenure nobody holds. */
  id: string;
  label: string;
}

/** The groups of a breakdown in order, and the place of each row's group. Groups nobody belongs to are there for bands only. */
export interface Grouping {
  groups: readonly Group[];
  of: Uint8Array;
}

/** `labels`: words for codes; a code without words is shown as it is. */
export function groupRows(
  columns: WaveColumns,
  by: Breakdown,
  bands: Bands,
  labels: Readonly<Record<string, string>>,
): Grouping {
  if (by === 'none') return { groups: [{ id: 'all', label: 'All' }], of: new Uint8Array(columns.size) };
  return by === 'age' ? ageGroups(columns, bands) : fieldGroups(columns, by, labels);
}

const unknown: Group = { id: 'unknown', label: 'Not known' };

function ageGroups(columns: WaveColumns, { bands }: Bands): Grouping {
  const places = Uint8Array.from({ length: 256 }, (_, age) => {
    const place = age === unknownByte ? -1 : bandOf(bands, age);
    return place < 0 ? bands.length : place;
  });
  return withUnknown(
    bands.map(({ id, label }) => ({ id, label })),
    columns.age.map((age) => places[age] ?? bands.length),
  );
}

function fieldGroups(columns: WaveColumns, field: FieldName, labels: Readonly<Record<string, string>>): Grouping {
  const { codes, values } = columns.fields[field];
  const groups = codes
    .map((id, code) => ({ id, code, label: labels[id] ?? id }))
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  const places = new Uint8Array(256).fill(groups.length);
  groups.forEach((group, place) => {
    places[group.code] = place;
  });
  return withUnknown(
    groups.map(({ id, label }) => ({ id, label })),
    values.map((value) => places[value] ?? groups.length),
  );
}

/** Those not known are a group too: without it the groups would not add up to all. */
const withUnknown = (groups: readonly Group[], of: Uint8Array): Grouping =>
  of.includes(groups.length) ? { groups: [...groups, unknown], of } : { groups, of };
