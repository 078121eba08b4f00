import { type PhotoRow, photoFile, photoRows } from '../../../db/queries/photos.ts';
import { readsFreeText } from '../../../db/queries/staff.ts';
import { questionKey } from '../../../surveys/questionnaire/keys.ts';
import { fill } from '../../../surveys/questionnaire/words.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** A photo says as much as own words do, so the same people may see it. Throws `not_allowed`. */
async function mustSee(deps: Deps, actor: Actor): Promise<void> {
  if (actor.kind === 'staff' && !(await readsFreeText(deps.db, actor.id)))
    throw problems.notAllowed(
      'An administrator can let you see what residents wrote and the photos they sent, under Settings, People.',
    );
}

/** How staff speak of a photo: of its random id, which stands beside no answer. */
const referenceOf = (id: string) => id.slice(0, 8);

const listed = ({ id, wave, question, texts, landlord, week, contentType, size }: PhotoRow) => ({
  id,
  reference: referenceOf(id),
  from: wave,
  about: fill(texts[questionKey(question, 'title')] ?? question, { landlord }),
  week,
  contentType,
  size,
});

/** Photos given in closed surveys, one past the limit: which survey and question, never who. Throws `not_allowed`. */
export async function listPhotos(
  deps: Deps,
  actor: Actor,
  wanted: { wave: string | null; after: string | null; limit: number },
) {
  await mustSee(deps, actor);
  return (await photoRows(deps.db, wanted)).map(listed);
}

/** How each kind of file ends. */
const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** One photo, and who took it is written down. Throws `not_allowed` and `not_found`. */
export async function takePhotoFile(deps: Deps, actor: Actor, id: string) {
  await mustSee(deps, actor);
  const photo = await photoFile(deps.db, id);
  if (!photo) throw problems.notFound('photo');
  await audit(deps.db, deps, actor, { action: 'photo.read', subject: photo.waveId, detail: { photo: id } });
  return { ...photo, filename: `photo-${referenceOf(id)}.${endings[photo.contentType] ?? 'bin'}` };
}
