import { everyCell } from '../../../db/queries/board.ts';
import { peopleOf } from '../../../db/queries/fieldwork.ts';
import { waveById } from '../../../db/queries/waves.ts';
import type { Cell } from '../../../surveys/fieldwork/cell.ts';
import {
  type DispositionGroup,
  dispositionGroup,
  dispositions,
  dispositionWords,
} from '../../../surveys/fieldwork/disposition.ts';
import type { Deps } from '../../deps.ts';
import { displayAddress, displayName } from '../resident/name.ts';
import { filterOf } from './cells.ts';

export interface PeopleAsked {
  waveId: string;
  /** One of the figures of a wave's page; everybody when left out. */
  group?: string | undefined;
  channel?: string | undefined;
  status?: string | undefined;
  /** Groups of the board they are all in. */
  cells: readonly Cell[];
  after: readonly [name: string, id: string] | null;
  limit: number;
}

/** The people behind a figure, one more than asked for. */
export async function seePeople(deps: Deps, { waveId, group, channel, status, cells, after, limit }: PeopleAsked) {
  const { db } = deps;
  const wave = cells.length > 0 ? await waveById(db, waveId) : null;
  const of =
    group === undefined ? null : dispositions.filter((each) => dispositionGroup(each) === (group as DispositionGroup));
  const rows = await peopleOf(db, {
    waveId,
    dispositions: of,
    channel: channel ?? null,
    status: status ?? null,
    cell: wave === null ? everyCell : await filterOf(db, deps, wave, cells),
    after,
    limit,
  });
  return rows.map((row) => ({
    id: row.id,
    familyName: row.familyName ?? '',
    residentId: row.residentId,
    name:
      row.residentId === null
        ? 'Erased'
        : displayName({ title: row.title, givenName: row.givenName ?? '', familyName: row.familyName ?? '' }),
    address: displayAddress({ addressLines: row.addressLines, postcode: row.postcode }),
    disposition: row.disposition,
    label: dispositionWords(row.disposition),
    last: row.last,
  }));
}
