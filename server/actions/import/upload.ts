import { forgetFiles, type ImportGoes, insertImport } from '../../../db/commands/imports.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { actorRef, audit } from '../audit.ts';

export interface UploadInput {
  filename: string;
  file: Uint8Array;
  /** How far to go without a person: to the columns, the check, or to the end. */
  goes: ImportGoes;
  /** Going to the end: take in the rows that can be used although others cannot. */
  skipBroken: boolean;
  /** The file is everybody: list who is not in it. */
  everybody: boolean;
  /** Going to the end: mark them as moved out. */
  leavers: boolean;
}

/** Files of imports that are over are kept so long, for their rows to be mended. */
const keptDays = 30;

/** Takes a file of residents in to be read, and gives its id at once; nothing of it is applied yet. Throws `bad_input` for an empty one. */
export async function uploadImport(deps: Deps, actor: Actor, input: UploadInput): Promise<string> {
  if (input.file.length === 0)
    throw problems.badInput([
      { path: 'body.file', message: 'This file is empty. Its first row must name the columns.' },
    ]);
  const id = deps.newId();
  const now = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    await forgetFiles(tx, new Date(now.getTime() - keptDays * 86_400_000));
    await insertImport(tx, { ...input, id, by: actor.name, actor: actorRef(actor) }, now);
    await audit(tx, deps, actor, { action: 'import.upload', subject: id, detail: { goes: input.goes } });
  });
  deps.wake();
  return id;
}
