import { askCheck, rememberMapping } from '../../../db/commands/imports.ts';
import { transaction } from '../../../db/connect.ts';
import { importById } from '../../../db/queries/imports.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Fault, problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { type Field, fieldName, isField } from './fields.ts';
import { type Head, headingsKey } from './file.ts';
import type { Column } from './guess.ts';

/** The sentence for a file that names nobody. */
export const noReference = 'This file has no column we can use as Person reference. Choose one, or add it.';

/** What is wrong with a choice of columns: no reference, or two columns for one field. */
export function columnFaults(columns: readonly Pick<Column, 'heading' | 'field'>[]): Fault[] {
  const byField = Map.groupBy(
    columns.filter(({ field }) => field !== null),
    ({ field }) => field,
  );
  const twice = [...byField].flatMap(([field, those]) =>
    field !== null && those.length > 1
      ? [
          {
            path: 'body.fields',
            message: `Two columns go to ${fieldName(field)}: ${those.map((one) => one.heading).join(' and ')}. Choose one.`,
          },
        ]
      : [],
  );
  return byField.has('reference') ? twice : [{ path: 'body.fields', message: noReference }, ...twice];
}

export interface MatchInput {
  /** The field of each column in order; null is left out. */
  fields: readonly (string | null)[];
  everybody: boolean;
}

function chosen(columns: readonly Column[], fields: readonly (string | null)[]): Column[] {
  if (fields.length !== columns.length)
    throw problems.badInput([
      { path: 'body.fields', message: `This file has ${columns.length} columns. Say where each goes.` },
    ]);
  const unknown = fields.find((field) => field !== null && !isField(field));
  if (unknown !== undefined)
    throw problems.badInput([{ path: 'body.fields', message: `There is no field "${unknown}".` }]);
  return columns.map((column, at) => {
    const field: Field | null = isField(fields[at]) ? fields[at] : null;
    return field === column.field ? column : { ...column, field, how: field === null ? 'none' : 'chosen' };
  });
}

/** Says where the columns go, remembers it for files with the same headings, and has the file checked. Throws `bad_input`, `not_found`, `not_waiting`. */
export async function matchColumns(deps: Deps, actor: Actor, id: string, input: MatchInput): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const seen = await importById<Head, Column>(tx, id);
    if (seen === null) throw problems.notFound('import');
    const columns = chosen(seen.columns ?? [], input.fields);
    const faults = columnFaults(columns);
    if (faults.length > 0) throw problems.badInput(faults);
    if (!(await askCheck(tx, id, { columns, everybody: input.everybody })))
      throw problems.conflict(
        'not_waiting',
        'This import is at work or over. Bring the file again to match its columns anew.',
      );
    const fields = Object.fromEntries(columns.map(({ heading, field }) => [heading, field ?? '']));
    const key = headingsKey(columns.map(({ heading }) => heading));
    await rememberMapping(tx, { key, fields, by: actor.name }, deps.clock.now());
    await audit(tx, deps, actor, { action: 'import.match', subject: id });
  });
  deps.wake();
}
