import { insertPhraseApproval } from '../../../db/commands/translations.ts';
import { transaction } from '../../../db/connect.ts';
import { phraseStatus } from '../../../surveys/locales/phrases.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { mustSpeak } from './see.ts';
import { phrasesAsRead, phrasesHash } from './standing.ts';

/**
 * Keeps that somebody read every phrase of a language and found it right. Takes the hash of what they read: after an update with other words
 * that is not what is sent. Throws `not_found`, `phrases_approved` and `phrases_changed`.
 */
export async function approvePhrases(deps: Deps, actor: Actor, code: string, hash: string): Promise<void> {
  const language = mustSpeak(code);
  if (phraseStatus(language) === 'approved')
    throw problems.conflict('phrases_approved', 'These phrases came to you approved.');
  if ((await phrasesHash(language)) !== hash)
    throw problems.conflict('phrases_changed', 'The phrases have changed since you read them. Read what changed.');
  await transaction(deps.db, async (tx) => {
    const approval = { language, hash, phrases: phrasesAsRead(language), by: actor.name, at: deps.clock.now() };
    await insertPhraseApproval(tx, approval);
    await audit(tx, deps, actor, { action: 'phrases.approve', subject: language, detail: { hash } });
  });
}
