import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readKeyed } from '../../surveys/interview/answer/keyed.ts';
import { readText } from '../../surveys/interview/answer/text.ts';
import { readForm } from '../../surveys/interview/answer/web.ts';
import { askedNow } from '../../surveys/interview/ask/asked.ts';
import { askOnPaper } from '../../surveys/interview/ask/paper.ts';
import { askBySpeech } from '../../surveys/interview/ask/speech.ts';
import { askAgainByText, askByText } from '../../surveys/interview/ask/text.ts';
import { askByWeb } from '../../surveys/interview/ask/web.ts';
import { isAskedIn } from '../../surveys/interview/route.ts';
import { newState } from '../../surveys/interview/state.ts';
import { step } from '../../surveys/interview/step.ts';
import type { Input, State } from '../../surveys/interview/types.ts';
import type { Mode } from '../../surveys/mode.ts';
import { compile } from '../../surveys/questionnaire/compile.ts';
import { type Question, questionKinds } from '../../surveys/questionnaire/types.ts';

/** One question of a kind, and what is sent, keyed and posted to it. `asked` and `read` are made of them. */
interface Case {
  about: string;
  question: Record<string, unknown>;
  answers: { web: Record<string, unknown>[]; text: string[]; paper: string[] };
}

const folder = new URL('./kinds/', import.meta.url);
const files = readdirSync(folder).sort();
const values = { phone: '01632 960123', link: 'https://ask.millbrook.uk/s/482109375526' };

function made({ question: element, answers }: Case) {
  const { compiled, texts, problems } = compile({
    pages: [
      { name: 'home', description: 'About {landlord}.', elements: [{ name: 'q', title: 'Question?', ...element }] },
    ],
  });
  const question = compiled.questions[0] as Question;
  const wording = { texts, language: 'en', landlord: 'Millbrook Homes' } as const;
  const state: State = { ...newState('en'), status: 'open', cursor: 'q' };
  const askedIn = (mode: Mode) => {
    const asked = askedNow(compiled, state, wording, mode);
    return asked && isAskedIn(question, mode) ? asked : null;
  };
  const [spoken, texted] = [askedIn('telephone'), askedIn('text')];
  const takenIn = (mode: Mode, input: Input | null) => {
    if (input === null) return 'not an answer';
    const { events } = step(compiled, state, input, { mode, at: '2026-04-01T10:00:00.000Z', by: null });
    const [event] = events;
    if (event?.type === 'answer_recorded') return { recorded: event.answer.value };
    return event?.type === 'answer_refused' ? { refused: event.reason } : (event?.type ?? 'nothing');
  };
  return {
    problems,
    asked: {
      web: askByWeb(compiled, state, wording, true),
      text: texted && [askByText(texted, 'en', values), askAgainByText(texted, 1, 'en', values)],
      telephone: spoken && askBySpeech(spoken, 'en'),
      paper: askOnPaper(compiled, wording, { phone: values.phone, site: 'ask.millbrook.uk' }),
    },
    read: {
      web: answers.web.map((fields) => [fields, takenIn('web', readForm(question, fields, false))]),
      text: answers.text.map((text) => [text, takenIn('text', readText(text, { compiled, state, texts }).input)]),
      paper: answers.paper.map((keys) => [keys, takenIn('paper', readKeyed(question, keys))]),
      telephone: answers.paper.map((keys) => [keys, takenIn('telephone', readKeyed(question, keys))]),
    },
  };
}

test.each(files)('%s: how it is asked and how an answer is read in each mode', async (file) => {
  const path = new URL(file, folder);
  const { about, question, answers } = JSON.parse(readFileSync(path, 'utf8')) as Case;
  const whole = { about, question, answers, ...made({ about, question, answers }) };
  expect(whole.problems).toEqual([]);
  await expect(`${JSON.stringify(whole, null, 2)}\n`).toMatchFileSnapshot(path.pathname);
});

test.each([...questionKinds, 'short'])('the kind %s has a case', (kind) => {
  expect(files).toContain(`${kind}.json`);
});
