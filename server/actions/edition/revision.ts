import type { Db } from '../../../db/connect.ts';
import { type OwnRevision, ownRevision } from '../../../db/queries/own-editions.ts';
import { newestVersion } from '../../../db/queries/questionnaires.ts';
import { isLanguage } from '../../../surveys/language.ts';
import { problems } from '../../problem.ts';
import { type Ground, groundOf } from './basis.ts';

/** One revision with its version as it stands now. Throws `not_found`. */
export async function mustRevision(db: Db, id: string): Promise<{ revision: OwnRevision; ground: Ground }> {
  const revision = await ownRevision(db, id);
  const version = revision && (await newestVersion(db, revision.questionnaireId));
  if (!revision || !version || !isLanguage(revision.language)) throw problems.notFound('edition');
  return { revision, ground: await groundOf(db, version) };
}
