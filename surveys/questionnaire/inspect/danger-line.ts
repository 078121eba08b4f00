import { wordQuestion } from '../../interview/ask/asked.ts';
import { askOnPaper } from '../../interview/ask/paper.ts';
import { askByText } from '../../interview/ask/text.ts';
import type { Language } from '../../language.ts';
import type { Question, Texts } from '../types.ts';
import { type Draft, editionsOf, named, problem } from './draft.ts';
import type { Rule } from './rule.ts';

/** The question as it is sent and as it is printed. */
function asAsked({ compiled, phone }: Draft, question: Question, language: Language, texts: Texts): string[] {
  const wording = { texts, language, landlord: '' };
  const asked = wordQuestion(question, wording, { number: 1, total: 1, open: false });
  const paper = askOnPaper(compiled, wording, { phone, site: '' })[compiled.questions.indexOf(question)];
  return [askByText(asked, language, { phone, link: '' }), paper?.hint ?? ''];
}

function find(draft: Draft) {
  return editionsOf(draft).flatMap(([language, texts]) =>
    draft.compiled.questions
      .filter(({ kind }) => kind === 'text')
      .filter(
        (question) =>
          draft.phone === '' || asAsked(draft, question, language, texts).some((words) => !words.includes(draft.phone)),
      )
      .map((question) =>
        problem(
          'danger_line',
          question.id,
          `${named(draft, question, language)} asks for people's own words without saying where to report a repair or a danger. Give the landlord's telephone number in Settings.`,
        ),
      ),
  );
}

/** Whoever is asked to write freely is told where to report a repair or a danger. */
export const dangerLine: Rule = { level: 'stops', find };
