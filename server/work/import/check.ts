import { clearRows, type Incoming, stageLeavers, stageRows } from '../../../db/commands/import-check.ts';
import { askApply, finishCheck } from '../../../db/commands/imports.ts';
import { groupNames } from '../../../db/queries/groups.ts';
import { landlordSettings } from '../../../db/queries/settings.ts';
import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import { amongRows } from '../../actions/import/among.ts';
import type { ReadingPlace } from '../../actions/import/cells/read.ts';
import { FileError } from '../../actions/import/file/bytes.ts';
import { isBlank, rowsOf } from '../../actions/import/file/shape.ts';
import { type Claimed, type Head, storedFile } from '../../actions/import/file.ts';
import type { Column } from '../../actions/import/guess.ts';
import { columnFaults } from '../../actions/import/match.ts';
import { rowReader } from '../../actions/import/row.ts';
import type { Deps } from '../../deps.ts';
import { mustBeOurs, tellProgress } from './hold.ts';

/** Rows judged in one statement, and a step of the progress. Few enough that they are forgotten young: with 2,500 the peak was 60 MB higher. */
const rowsAStep = 500;

/** The local day and the nation that a file is read in. */
export async function readingPlace({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<ReadingPlace> {
  const landlord = await landlordSettings(db);
  return {
    today: localDate(clock.now().getTime(), landlord?.timeZone ?? 'Europe/London'),
    nation: (landlord?.nation ?? 'england-wales') as Nation,
  };
}

/** The rows of a file that hold anything, read and held against each other, in steps. */
async function* readRows(
  deps: Deps,
  claimed: Claimed,
  head: Head,
  columns: readonly Column[],
): AsyncGenerator<Incoming[]> {
  const read = rowReader(
    columns.map(({ field }) => field),
    await readingPlace(deps),
  );
  const among = amongRows(new Set(await groupNames(deps.db)));
  let step: Incoming[] = [];
  for await (const rows of rowsOf(storedFile(deps.db, claimed), head.file)) {
    for (const row of rows) {
      if (row.row <= head.headingRow || isBlank(row.cells)) continue;
      step.push(among(read(row)));
      if (step.length < rowsAStep) continue;
      yield step;
      step = [];
    }
  }
  if (step.length > 0) yield step;
}

/** Reads every row of a file and finds out what it would do, changing nothing. Throws `FileError`. */
export async function checkFile(deps: Deps, claimed: Claimed): Promise<void> {
  const { shape, columns } = claimed;
  if (shape === null || columns === null) throw new FileError('This file was not read. Bring it again.');
  const [wrong] = columnFaults(columns);
  if (wrong) throw new FileError(wrong.message);
  await clearRows(deps.db, claimed.id);
  let done = 0;
  // The next rows are read while Postgres judges the last.
  let judged = Promise.resolve();
  for await (const step of readRows(deps, claimed, shape, columns)) {
    await judged;
    await tellProgress(deps, claimed, done);
    judged = stageRows(deps.db, claimed.id, step);
    judged.catch(() => {});
    done += step.length;
  }
  await judged;
  if (done === 0) throw new FileError('This file has a heading and no rows under it.');
  if (claimed.everybody) await stageLeavers(deps.db, claimed.id);
  mustBeOurs(await finishCheck(deps.db, claimed, 'checked', deps.clock.now()));
  const { id, goes, skipBroken, leavers } = claimed;
  // Rows that cannot be used stand in the way of going to the end: then it waits for a person.
  if (goes === 'apply') await askApply(deps.db, id, { skipBroken, leavers });
}
