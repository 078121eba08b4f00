import { insertPicture } from '../../../db/commands/own-editions.ts';
import { transaction } from '../../../db/connect.ts';
import { ownPicture } from '../../../surveys/pictures/pictures.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Most bytes of a picture: it stands 30 mm wide, in every letter and on every page of its question. */
export const mostPictureBytes = 300_000;

/** Kinds of picture by how their bytes begin, whatever the name says. A drawing (SVG) can hold a program, so none is taken. */
const kinds: readonly (readonly [type: string, begins: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

const refuse = (message: string) => problems.badInput([{ path: 'body.file', message }]);

function typeOf(content: Uint8Array): string {
  if (content.length === 0) throw refuse('This file is empty.');
  if (content.length > mostPictureBytes)
    throw refuse(
      `This picture is larger than ${mostPictureBytes / 1000} kB. Make it smaller: 600 by 600 dots is plenty.`,
    );
  const kind = kinds.find(([, begins]) => begins.every((byte, place) => content[place] === byte));
  if (!kind) throw refuse('This file is not a PNG or JPEG picture. Save it as one of these and bring that.');
  return kind[0];
}

export interface PictureInput {
  /** What it shows, in English and perhaps in Welsh. */
  alt: string;
  altCy: string;
  content: Uint8Array<ArrayBuffer>;
}

/** Keeps a picture for easy read. Gives the name the words of an edition have for it. Throws `bad_input`. */
export async function bringPicture(deps: Deps, actor: Actor, { alt, altCy, content }: PictureInput): Promise<string> {
  const contentType = typeOf(content);
  const id = deps.newId();
  const size = content.length;
  const words = { en: alt, ...(altCy !== '' && { cy: altCy }) };
  await transaction(deps.db, async (tx) => {
    await insertPicture(tx, { id, alt: words, contentType, content, size, by: actor.name, at: deps.clock.now() });
    await audit(tx, deps, actor, { action: 'picture.bring', subject: id, detail: { size } });
  });
  return ownPicture(id);
}
