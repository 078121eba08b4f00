import type { Db } from '../../../db/connect.ts';
import type { AudienceGroup } from '../../../db/queries/audience.ts';
import { type OwnRevision, ownRevisions, versionById } from '../../../db/queries/own-editions.ts';
import type { EditionGap } from '../../../surveys/fieldwork/launch.ts';
import { isOwnFormat, type OwnFormat } from '../../../surveys/format.ts';
import { isLanguage, type Language } from '../../../surveys/language.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { type Ground, groundOf, outdated } from './basis.ts';

interface Standing {
  ground: Ground;
  own: readonly OwnRevision[];
  today: string;
}

/** Why an edition may not be sent, with what changed; null when it may. */
function lack(
  { ground, own, today }: Standing,
  language: Language,
  format: OwnFormat,
): Pick<EditionGap, 'why' | 'detail'> | null {
  const held = own.filter((one) => one.language === language && one.format === format);
  const approved = held.find(({ status }) => status === 'approved');
  const old = approved ? outdated(ground, approved, today) : null;
  if (approved && old === null) return null;
  if (old !== null) return { why: 'out_of_date', detail: old.why.join(', ') };
  return { why: held.length > 0 ? 'not_approved' : 'not_translated', detail: null };
}

function gapOf(standing: Standing, language: Language, format: OwnFormat): EditionGap | null {
  const lacking = lack(standing, language, format);
  if (lacking === null) return null;
  const source = phraseLanguage(standing.ground.version.sourceLanguage);
  const other = source !== language && lack(standing, source, format) === null;
  return {
    language,
    format,
    people: 0,
    postAlone: 0,
    ...lacking,
    instead: other ? { language: source, format } : null,
  };
}

/** Editions of easy read, braille and audio that these people, who would be written to by post, need and that may not be sent. */
export async function ownGaps(
  db: Db,
  versionId: string,
  posted: readonly AudienceGroup[],
  today: string,
): Promise<EditionGap[]> {
  const needed = posted.filter(({ language, format }) => isLanguage(language) && isOwnFormat(format));
  const version = needed.length > 0 ? await versionById(db, versionId) : null;
  if (!version) return [];
  const standing = { ground: await groundOf(db, version), own: await ownRevisions(db, version.questionnaireId), today };
  const gaps = new Map<string, EditionGap>();
  for (const { language, format, count, ways } of needed) {
    if (!isLanguage(language) || !isOwnFormat(format)) continue;
    const key = `${language} ${format}`;
    const gap = gaps.get(key) ?? gapOf(standing, language, format);
    if (gap === null) continue;
    const alone = ways.every((way) => way === 'post') ? count : 0;
    gaps.set(key, { ...gap, people: gap.people + count, postAlone: (gap.postAlone ?? 0) + alone });
  }
  return [...gaps.values()];
}
