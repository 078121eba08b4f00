import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { checkedRows } from '../../db/queries/imports.ts';
import { addAccount } from '../actions/account/create.ts';
import { seeImport } from '../actions/import/see.ts';
import { uploadImport } from '../actions/import/upload.ts';
import { createKey } from '../actions/key/create.ts';
import { responsesFile } from '../actions/results/files.ts';
import { type Actor, type Role, roles } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { problemFrom } from '../problem.ts';
import { unknownScopes } from '../routes/contract/scopes.ts';
import { workOnImports } from '../work/import.ts';
import type { Verb } from './verbs.node.ts';

/** Whoever sits at the machine itself. */
const commandLine: Actor = { kind: 'staff', id: 'command-line', name: 'Command line', roles: ['administrator'] };

const isRole = (text: string): text is Role => roles.some((role) => role === text);

/** Says what to type instead of a fault. */
function expect(right: boolean, words: string): asserts right {
  if (!right) throw new Error(words);
}

/** A refusal in words for a terminal. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { status, title, detail } = problemFrom(error);
    throw status < 500 ? new Error(`${title}. ${detail}`) : error;
  }
}

async function createUser(deps: Deps, [email = '', name = '', list = 'officer']: string[]): Promise<string> {
  const wanted = list.split(',');
  expect(email.includes('@') && name !== '', 'Usage: create-user EMAIL "NAME" [ROLE,ROLE]');
  expect(wanted.every(isRole), `A role is one of ${roles.join(', ')}.`);
  const { password } = await told(addAccount(deps, commandLine, { email, name, roles: wanted.filter(isRole) }));
  return `${name} can sign in at ${deps.env.publicUrl}/console with ${email} and the password ${password}\nIt is shown this once. They choose their own when they sign in.`;
}

async function makeKey(deps: Deps, [name = '', list = '']: string[]): Promise<string> {
  const scopes = list.split(',').filter(Boolean);
  const unknown = unknownScopes(scopes);
  expect(name !== '' && scopes.length > 0, 'Usage: create-key NAME SCOPE,SCOPE');
  expect(unknown.length === 0, `There is no scope ${unknown.join(', ')}. See ${deps.env.publicUrl}/api/docs`);
  const { secret } = await told(createKey(deps, commandLine, { name, scopes }));
  return `${secret}\nIt is shown this once.`;
}

const rejectLine = ({ row, faults }: { row: number; faults: readonly { column: string; reason: string }[] | null }) =>
  (faults ?? []).map(({ column, reason }) => `Row ${row}${column ? `, ${column}` : ''}: ${reason}`);

/** Rejected rows are asked for so many at a time. */
const rejectsAtOnce = 1000;

async function rejectLines({ db }: Deps, id: string): Promise<string[]> {
  const lines: string[] = [];
  for (let after = 0, more = true; more; ) {
    const rows = await checkedRows(db, id, { kind: 'rejected' }, after, rejectsAtOnce);
    lines.push(...rows.slice(0, rejectsAtOnce).flatMap(rejectLine));
    more = rows.length > rejectsAtOnce;
    after = rows[rejectsAtOnce - 1]?.row ?? 0;
  }
  return lines;
}

async function importWords(deps: Deps, id: string): Promise<string> {
  const { state, rows, counts, fault } = await seeImport(deps, id);
  if (state === 'failed' || state === 'stopped')
    throw new Error(`${fault ?? 'The import stopped through a fault of ours.'} Nothing has changed.`);
  const lines = [
    `${rows} rows: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} the same, ${counts.rejected} cannot be used.`,
    ...(counts.left > 0 ? [`${counts.left} residents are not in the file.`] : []),
    ...(counts.kept > 0 ? [`${counts.kept} details stay as residents set them.`] : []),
    ...(await rejectLines(deps, id)),
    state === 'applied' ? 'Done.' : 'Nothing has changed.',
  ];
  return lines.join('\n');
}

const atWork = new Set(['reading', 'checking', 'applying']);
/** A running server may have taken the import on: it is looked at so often. */
const lookEveryMs = 300;

async function bringIn(deps: Deps, args: string[]): Promise<string> {
  const [file] = args.filter((arg) => !arg.startsWith('--'));
  expect(file !== undefined, 'Usage: import-residents FILE [--check] [--skip-broken] [--everybody [--leavers]]');
  const said = (flag: string) => args.includes(`--${flag}`);
  const id = await told(
    uploadImport(deps, commandLine, {
      filename: basename(file),
      file: await readFile(file),
      goes: said('check') ? 'check' : 'apply',
      skipBroken: said('skip-broken'),
      everybody: said('everybody'),
      leavers: said('leavers'),
    }),
  );
  while (atWork.has((await seeImport(deps, id)).state))
    if ((await workOnImports(deps)) === 0) await setTimeout(lookEveryMs);
  return importWords(deps, id);
}

async function exportWave(deps: Deps, [id = '']: string[]): Promise<string> {
  expect(/^[0-9a-f-]{36}$/i.test(id), 'Usage: export-wave ID');
  const pieces = await told(responsesFile(deps, commandLine, id));
  const lines: string[] = [];
  for await (const piece of pieces) lines.push(piece);
  return lines.join('').trimEnd();
}

/** Verbs about staff, keys, residents and what they said. */
export const staffVerbs: Readonly<Record<string, Verb>> = {
  'create-user': { takes: 'EMAIL NAME [ROLE,ROLE]', does: 'Make an account of a member of staff', run: createUser },
  'create-key': { takes: 'NAME SCOPE,SCOPE', does: 'Make an API key', run: makeKey },
  'import-residents': {
    takes: 'FILE [--check] [--skip-broken] [--everybody]',
    does: 'Bring in residents from a CSV or XLSX file',
    run: bringIn,
  },
  'export-wave': { takes: 'ID', does: 'Print the responses of a wave as CSV, without names', run: exportWave },
};
