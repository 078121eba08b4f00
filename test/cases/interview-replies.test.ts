import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readText } from '../../surveys/interview/answer/text.ts';
import { newState } from '../../surveys/interview/state.ts';
import type { State } from '../../surveys/interview/types.ts';
import type { Language } from '../../surveys/language.ts';
import { compileCase } from '../support/scenario.ts';

/** One text message, what was asked of the panel (null: only the invitation went out), and how we read it. */
interface Reply {
  asked: string | null;
  language: Language;
  text: string;
  read?: string;
}

const file = new URL('./interview-replies.json', import.meta.url);
const replies = JSON.parse(readFileSync(file, 'utf8')) as Reply[];
const { compiled, editions, texts } = compileCase('panel-quarterly');

function readAs({ asked, language, text }: Reply): string {
  const state: State = { ...newState(language), cursor: asked, status: asked === null ? 'new' : 'open' };
  const reading = readText(text, { compiled, state, texts: editions[language] ?? texts });
  const flags = [
    reading.keyword?.toUpperCase(),
    reading.soundsLikeStop && 'sounds like stop',
    reading.urgent && 'urgent',
  ];
  const { input } = reading;
  const value = input?.type === 'answer' ? ` ${JSON.stringify(input.value)}` : '';
  return [...flags.filter((flag) => flag), input ? `${input.type}${value}` : 'no input'].join(', ');
}

test('every reply is read as it should be', async () => {
  const read = replies.map(({ asked, language, text, read: _ }) => ({
    asked,
    language,
    text,
    read: readAs({ asked, language, text }),
  }));
  const lines = read.map((reply) => `  ${JSON.stringify(reply)}`);
  await expect(`[\n${lines.join(',\n')}\n]\n`).toMatchFileSnapshot(file.pathname);
});
