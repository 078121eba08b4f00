import { insertOwnRevision } from '../../../db/commands/own-editions.ts';
import type { Db } from '../../../db/connect.ts';
import { nextNumber, type OwnRevision, ownRevisions } from '../../../db/queries/own-editions.ts';
import type { Version } from '../../../db/queries/questionnaires.ts';
import { textsHash } from '../../../surveys/questionnaire/hash.ts';
import { type Basis, basisHash, changesBetween } from '../../../surveys/questionnaire/own-editions.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { basisNow, basisOf, groundOf } from './basis.ts';

/** The same edition in a new version: its words, who approved it and when. */
async function carried(deps: Deps, tx: Db, version: Version, old: OwnRevision, basis: Basis): Promise<void> {
  const { language, format, texts, approvedBy, approvedAt, madeBy } = old;
  await insertOwnRevision(tx, {
    revision: {
      id: deps.newId(),
      versionId: version.id,
      language,
      format,
      number: await nextNumber(tx, { versionId: version.id, language, format }),
      texts,
      hash: await textsHash(texts, sha256),
      status: 'approved',
      approvedBy,
      approvedAt,
      createdAt: deps.clock.now(),
    },
    madeFrom: await basisHash(basis, sha256),
    madeBy,
    carriedFrom: old.id,
  });
}

/** Carries approved editions of easy read, braille and audio over to a version where nothing they were made from has changed. */
export async function carryOver(deps: Deps, tx: Db, version: Version): Promise<void> {
  const ground = await groundOf(tx, version);
  for (const old of await ownRevisions(tx, version.questionnaireId)) {
    if (old.status !== 'approved' || old.versionId === version.id) continue;
    const now = basisNow(ground, old.language);
    if (now !== null && changesBetween(basisOf(old), now).length === 0) await carried(deps, tx, version, old, now);
  }
}
