import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { addAccount } from '../actions/account/create.ts';
import { createKey } from '../actions/key/create.ts';
import { type ImportResult, importResidents } from '../actions/resident/import.ts';
import { responsesFile } from '../actions/results/files.ts';
import { type Actor, type Role, roles } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { problemFrom } from '../problem.ts';
import { unknownScopes } from '../routes/contract/scopes.ts';
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

const rejectLine = ({ row, column, reason }: ImportResult['rejects'][number]) =>
  `Row ${row}${column ? `, ${column}` : ''}: ${reason}`;

function importWords({ rows, counts, kept, rejects, applied }: ImportResult): string {
  const lines = [
    `${rows} rows: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} the same, ${counts.rejected} cannot be used.`,
    ...(kept > 0 ? [`${kept} details stay as residents set them.`] : []),
    ...rejects.map(rejectLine),
    applied ? 'Done.' : 'Nothing has changed.',
  ];
  return lines.join('\n');
}

async function bringIn(deps: Deps, args: string[]): Promise<string> {
  const [file] = args.filter((arg) => !arg.startsWith('--'));
  expect(file !== undefined, 'Usage: import-residents FILE [--check] [--skip-broken]');
  const input = {
    filename: basename(file),
    csv: await readFile(file, 'utf8'),
    apply: !args.includes('--check'),
    skipBroken: args.includes('--skip-broken'),
  };
  return importWords(await told(importResidents(deps, commandLine, input)));
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
    takes: 'FILE [--check] [--skip-broken]',
    does: 'Bring in residents from a CSV file',
    run: bringIn,
  },
  'export-wave': { takes: 'ID', does: 'Print the responses of a wave as CSV, without names', run: exportWave },
};
