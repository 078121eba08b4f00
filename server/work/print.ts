import { RefusedError } from '../../channels/errors.ts';
import { manifestCsv, manifestLines } from '../../channels/post/manifest.ts';
import type { Letter, Printer } from '../../channels/post/printer.ts';
import { LetterRefusedError } from '../../channels/post/refused.ts';
import { lookAgain } from '../../db/commands/deliveries.ts';
import { refreshDispositions } from '../../db/commands/dispositions.ts';
import {
  type ClaimedBatch,
  cancelLetters,
  claimPrintBatch,
  dropBatch,
  failBatch,
  failLetters,
  finishBatch,
  insertBatch,
  type JudgedLetter,
  type LetterDue,
  lettersOf,
  takeDueLetters,
} from '../../db/commands/print.ts';
import { beat } from '../../db/commands/settle.ts';
import { transaction } from '../../db/connect.ts';
import { invitationsOf } from '../../db/queries/channels.ts';
import { hideCodes } from '../../surveys/fieldwork/code.ts';
import type { Postage } from '../../surveys/fieldwork/postage.ts';
import { nextPackWays } from '../actions/delivery/pack-ways.ts';
import { formOf, paperWordsIn } from '../actions/response/form.ts';
import type { Deps } from '../deps.ts';
import { isDatabaseAway } from '../problem.ts';
import { makeFile as makePaper } from './papers/make.ts';
import { renderContext } from './render/context.ts';
import { letterWords, type ReadyLetter, renderLetter } from './render/letter.ts';

/** Most letters of one file: 50 to 100 keep the memory of one compile flat, and a person can count them. */
export const lettersAFile = 100;
/** Letters taken from the queue in one transaction. */
const takeAtOnce = 2000;
/** A file of a hundred letters takes seconds; after this long another process makes it again. */
const leaseMs = 10 * 60_000;
const mostTries = 3;

/** Puts letters that are due into batches and makes their files. Does nothing where nobody can print. Gives how many it looked at. */
export async function printLetters(deps: Deps, files: number): Promise<number> {
  const printer = deps.channels.print;
  if (printer === null) return 0;
  await beat(deps.db, 'print', deps.clock.now());
  let looked = await formBatches(deps);
  for (let made = 0; made < files; made++) {
    const now = deps.clock.now();
    const batch = await claimPrintBatch(deps.db, now, new Date(now.getTime() + leaseMs));
    if (batch === null) break;
    looked += 1;
    await makeOrGiveUp(deps, printer, batch);
  }
  return looked;
}

/** Files of one language follow each other, standard print first, whatever order the letters were claimed in. */
const byLanguage = (a: Heap, b: Heap): number =>
  a.language.localeCompare(b.language) || b.format.localeCompare(a.format);

/** Sorts letters by mailing, step, language of their words, print size and class of post, and cuts each heap into files. */
function formBatches(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  return transaction(deps.db, async (tx) => {
    const due = await takeDueLetters(tx, now, takeAtOnce);
    const cancelled = due.flatMap(({ against, invitationId }) =>
      against !== null && invitationId !== null ? [invitationId] : [],
    );
    if (cancelled.length > 0) await lookAgain(tx, cancelled, now);
    await nextPackWays(
      deps,
      tx,
      due.flatMap(({ id, against }) => (against !== null ? [id] : [])),
    );
    for (const heap of [...(await heapsOf(deps, due)).values()].toSorted(byLanguage)) {
      for (let from = 0; from < heap.letters.length; from += lettersAFile) {
        await insertBatch(
          tx,
          { ...heap, id: deps.newId(), letters: heap.letters.slice(from, from + lettersAFile) },
          now,
        );
      }
    }
    return due.length;
  });
}

interface Heap {
  mailingId: string;
  step: number;
  language: string;
  format: string;
  postage: Postage;
  letters: string[];
}

async function heapsOf(deps: Deps, due: readonly LetterDue[]): Promise<Map<string, Heap>> {
  const heaps = new Map<string, Heap>();
  for (const { id, against, mailingId, step, format, postage, ...row } of due) {
    if (against !== null) continue;
    const words = row.versionId === null ? null : paperWordsIn(await formOf(deps, row.versionId), row.language, format);
    const language = words?.language ?? row.language;
    const key = [mailingId, step, language, format, postage].join(' ');
    const heap = heaps.get(key) ?? { mailingId, step, language, format, postage, letters: [] };
    heap.letters.push(id);
    heaps.set(key, heap);
  }
  return heaps;
}

type Good = Extract<ReadyLetter, { letter: Letter }>;

/** A fault that is ours, or a process that ended over a file, is tried again when the lease is over, and given up after the third time. */
async function makeOrGiveUp(deps: Deps, printer: Printer, batch: ClaimedBatch): Promise<void> {
  const giveUp = () =>
    failBatch(deps.db, batch.id, `It failed ${mostTries} times through a fault of ours, which is in the log.`);
  if (batch.tries > mostTries) return void (await giveUp());
  try {
    await makeFile(deps, printer, batch);
  } catch (error) {
    if (batch.tries < mostTries || isDatabaseAway(error)) throw error;
    deps.log.error('print_failed', error);
    await giveUp();
  }
}

async function makeFile(deps: Deps, printer: Printer, batch: ClaimedBatch): Promise<void> {
  const now = deps.clock.now();
  const context = await renderContext(deps);
  const good: Good[] = [];
  const bad: { id: string; reason: string }[] = [];
  const withheld: Against[] = [];
  const rows = await lettersOf(deps.db, batch.id, now);
  await takeOut(deps, rows);
  for (const row of rows) {
    if (row.against !== null) continue;
    const ready = await renderLetter(context, row);
    if ('fault' in ready) bad.push({ id: row.id, reason: ready.fault });
    else if ('withheld' in ready) withheld.push({ id: row.id, against: ready.withheld });
    else good.push(ready);
  }
  await takeOut(deps, withheld);
  await failUnposted(deps, bad);
  if (good.length === 0) await dropBatch(deps.db, batch.id);
  else await print(deps, printer, batch, good);
}

type Against = Pick<JudgedLetter, 'id' | 'against'>;

/**
 * People may have answered or stopped since the batch was formed, or while it stood with a fault, and an edition may never have been approved:
 * their letters are not printed, and the next way is tried.
 */
async function takeOut(deps: Deps, rows: readonly Against[]): Promise<void> {
  const out = rows.flatMap(({ id, against }) => (against === null ? [] : [{ id, against }]));
  if (out.length === 0) return;
  const ids = out.map(({ id }) => id);
  await transaction(deps.db, async (tx) => {
    await cancelLetters(tx, out);
    await lookAgain(tx, await invitationsOf(tx, ids), deps.clock.now());
    await nextPackWays(deps, tx, ids);
  });
}

/** A letter whose address cannot be posted failed for good; the next way is tried. */
async function failUnposted(deps: Deps, bad: readonly { id: string; reason: string }[]): Promise<void> {
  if (bad.length === 0) return;
  const now = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    await failLetters(tx, bad, now);
    const invitations = await invitationsOf(
      tx,
      bad.map(({ id }) => id),
    );
    await lookAgain(tx, invitations, now);
    await refreshDispositions(tx, invitations, now);
    await nextPackWays(
      deps,
      tx,
      bad.map(({ id }) => id),
    );
  });
}

async function print(deps: Deps, printer: Printer, batch: ClaimedBatch, good: readonly Good[]): Promise<void> {
  try {
    const now = deps.clock.now();
    const letterFiles = good.map(({ letter }) => letter);
    const { file: pdf, pages, extension } = await makePaper(printer, batch.format, letterFiles, now);
    const file = `batch-${batch.number}-${batch.language}-${batch.format}.${extension}`;
    const manifest = manifestCsv(manifestLines({ file, postage: batch.postage }, letterFiles, pages));
    const letters = good.map(({ letter, revisionId, fellBack }) => ({
      id: letter.deliveryId,
      words: hideCodes(letterWords(letter)),
      revisionId,
      fellBack,
    }));
    const total = pages.reduce((sum, n) => sum + n, 0);
    await transaction(deps.db, (tx) => finishBatch(tx, { id: batch.id, pdf, manifest, pages: total, letters }, now));
  } catch (error) {
    if (error instanceof LetterRefusedError) return printRest(deps, printer, batch, good, error);
    if (!(error instanceof RefusedError)) throw error;
    deps.log.warn('print_refused', { count: good.length, code: error.code });
    await failBatch(deps.db, batch.id, error.message);
  }
}

/** Letters that cannot be printed fail for good; the others of the file are printed without them. */
async function printRest(
  deps: Deps,
  printer: Printer,
  batch: ClaimedBatch,
  good: readonly Good[],
  { letters: bad, message }: LetterRefusedError,
): Promise<void> {
  await failUnposted(
    deps,
    bad.map(({ deliveryId: id, reason }) => ({ id, reason })),
  );
  const names = new Set(bad.map(({ deliveryId }) => deliveryId));
  const rest = good.filter(({ letter }) => !names.has(letter.deliveryId));
  if (rest.length === 0) await dropBatch(deps.db, batch.id);
  else if (rest.length === good.length) await failBatch(deps.db, batch.id, message);
  else await print(deps, printer, batch, rest);
}
