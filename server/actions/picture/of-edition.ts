import type { Db } from '../../../db/connect.ts';
import { type PictureFile, pictureFiles } from '../../../db/queries/own-editions.ts';
import type { Language } from '../../../surveys/language.ts';
import {
  drawingAlt,
  drawingSvg,
  isDrawing,
  ownPicture,
  ownPictureId,
  photographSvg,
} from '../../../surveys/pictures/pictures.ts';
import type { EditionRevision } from '../../../surveys/questionnaire/types.ts';

/** A picture ready to be shown: a drawing, and what it shows by language. */
export interface Picture {
  svg: string;
  alt: Readonly<Record<string, string>>;
}

/** Bytes as base64, in pieces that fit the arguments of one call. */
function base64Of(bytes: Uint8Array): string {
  const piece = 8192;
  const letters = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, part) =>
    String.fromCharCode(...bytes.subarray(part * piece, (part + 1) * piece)),
  );
  return btoa(letters.join(''));
}

const shown = ({ contentType, content, alt }: PictureFile): Picture => ({
  svg: photographSvg(contentType, base64Of(content)),
  alt,
});

/** The pictures staff brought that these editions show, by the name the words have for them. */
export async function broughtPictures(
  db: Db,
  editions: readonly Pick<EditionRevision, 'format' | 'texts'>[],
): Promise<Map<string, Picture>> {
  const names = editions
    .filter(({ format }) => format === 'easy_read')
    .flatMap(({ texts }) => Object.entries(texts).flatMap(([key, name]) => (key.endsWith('.picture') ? [name] : [])));
  const ids = [...new Set(names.flatMap((name) => ownPictureId(name) ?? []))];
  if (ids.length === 0) return new Map();
  return new Map((await pictureFiles(db, ids)).map((file) => [ownPicture(file.id), shown(file)]));
}

/** A picture by its name in a language, or null where it is gone. */
export function pictureOf(
  name: string,
  language: Language,
  brought: ReadonlyMap<string, Picture> = new Map(),
): { svg: string; alt: string } | null {
  if (isDrawing(name)) return { svg: drawingSvg(name), alt: drawingAlt(name, language) };
  const picture = brought.get(name);
  return picture ? { svg: picture.svg, alt: picture.alt[language] ?? picture.alt.en ?? '' } : null;
}
