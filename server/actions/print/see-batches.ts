import { type PlaceInFile, placesInFile } from '../../../channels/post/manifest.ts';
import { type LetterToTakeOut, lettersToTakeOut } from '../../../db/queries/letters.ts';
import { type BatchRow, printBatches } from '../../../db/queries/print-batches.ts';
import { arrival } from '../../../surveys/fieldwork/arrival.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import { papersFor, paperWords } from '../../../surveys/groups/pack.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import type { Deps } from '../../deps.ts';
import { displayName } from '../resident/name.ts';

/** A letter to be taken out of a printed file before it is posted. */
export interface TakenOut extends PlaceInFile {
  name: string;
  why: string;
}

function takenOut(letters: readonly LetterToTakeOut[]): TakenOut[] {
  const places = placesInFile(letters[0]?.manifest ?? '');
  const out = letters.flatMap(({ id, title, givenName, familyName, why }) => {
    const place = places.get(id);
    const name = displayName({ title, givenName: givenName ?? '', familyName: familyName ?? '' });
    return place === undefined ? [] : [{ ...place, name, why }];
  });
  return out.sort((a, b) => a.sequence - b.sequence);
}

export interface SeenBatch extends Omit<BatchRow, 'papers' | 'nation' | 'timeZone'> {
  /** Between which days it arrives: posted on its day, or today if it is not posted yet. */
  arrives: { from: string; to: string };
  takeOut: TakenOut[];
  enclose: { id: string; words: string }[];
}

/** Print batches, newest first, of one wave or all: which papers go with their letters, and of a ready one which letters to take out. */
export async function seeBatches({ db, clock }: Deps, waveId: string | null): Promise<SeenBatch[]> {
  const batches = await printBatches(db, waveId);
  const now = clock.now();
  const out = Map.groupBy(await lettersToTakeOut(db, now), ({ batchId }) => batchId);
  return batches.map(({ papers, nation, timeZone, ...batch }) => {
    const going = papersFor(papers, { language: phraseLanguage(batch.language), format: batch.format });
    return {
      ...batch,
      arrives: arrival(localDate((batch.postedOn ?? now).getTime(), timeZone), batch.postage, nation),
      takeOut: takenOut(out.get(batch.id) ?? []),
      enclose: going.map((paper) => ({ id: paper.id, words: paperWords(paper) })),
    };
  });
}
