import { type OwnFormat, ownFormats } from '../../../surveys/format.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { approveEdition } from '../edition/approve.ts';
import { saveEasyWords } from '../edition/easy-words.ts';
import { makeEdition } from '../edition/make.ts';
import easy from './easy-words.json' with { type: 'json' };

/** Easy read, braille and audio of a demo questionnaire in English, with the demo's own approval; easy read only where we wrote words for it. */
export async function demoEditions(deps: Deps, actor: Actor, id: string, instrument: string): Promise<void> {
  const language = 'en';
  const hasEasy = instrument === 'panel-quarterly';
  if (hasEasy) {
    const questions = Object.entries(easy).map(([question, words]) => ({ id: question, ...words }));
    await saveEasyWords(deps, actor, id, { revision: 0, language, questions });
  }
  const made = (format: OwnFormat) => hasEasy || format !== 'easy_read';
  for (const format of ownFormats.filter(made))
    await approveEdition(deps, actor, await makeEdition(deps, actor, id, { language, format }));
}
