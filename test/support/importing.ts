import { expect } from 'vitest';
import type { CallOutput } from '../../server/routes/contract/define.ts';
import type { ApiContract } from '../../server/routes/contract/index.ts';
import { workOnImports } from '../../server/work/import.ts';
import type { caller } from './api.ts';
import type { TestDeps } from './deps.ts';

export type Seen = CallOutput<ApiContract['GET /api/v1/residents/import/{id}']>;
export type Row = CallOutput<ApiContract['GET /api/v1/residents/import/{id}/rows']>['items'][number];
type Call = ReturnType<typeof caller>;

/** How an import was asked to go. */
export interface Bringing {
  filename?: string;
  goes?: 'match' | 'check' | 'apply';
  skipBroken?: boolean;
  everybody?: boolean;
  leavers?: boolean;
}

/** An import as far as it went by itself. */
export interface Brought {
  id: string;
  seen: Seen;
  counts: Seen['counts'];
  rejects: { row: number; column: string; value: string; reason: string }[];
  changed: Row[];
}

/** Works until no import has anything to do by itself. */
export async function workOff(deps: TestDeps): Promise<void> {
  while ((await workOnImports(deps)) > 0);
}

export async function rowsOf(call: Call, id: string, kind: string): Promise<Row[]> {
  const { body } = await call(`GET /api/v1/residents/import/${id}/rows?kind=${kind}&limit=200`);
  return (body as { items: Row[] }).items;
}

/** What an import came to. */
export async function look(call: Call, id: string): Promise<Brought> {
  const seen = (await call(`GET /api/v1/residents/import/${id}`)).body as Seen;
  const rejected = await rowsOf(call, id, 'rejected');
  const rejects = rejected.flatMap(({ row, faults }) => faults.map((fault) => ({ row, ...fault })));
  return { id, seen, counts: seen.counts, rejects, changed: await rowsOf(call, id, 'changed') };
}

/** Brings files in as a program of the landlord does: uploaded, worked off, looked at. To the end unless told otherwise. */
export function bringer(deps: TestDeps, call: Call) {
  return async (file: string | Uint8Array<ArrayBuffer>, how: Bringing = {}): Promise<Brought> => {
    const query = new URLSearchParams(
      Object.entries({ filename: 'april.csv', goes: 'apply', ...how }).map(([name, value]) => [name, String(value)]),
    );
    const answer = await call(`POST /api/v1/residents/import?${query}`, { file });
    expect(answer.status).toBe(200);
    await workOff(deps);
    return look(call, (answer.body as { id: string }).id);
  };
}
