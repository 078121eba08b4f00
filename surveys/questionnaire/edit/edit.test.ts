import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyKind, wish, wished } from '../../../test/support/edits.ts';
import { limits } from '../../limits.ts';
import { canonicalJson } from '../hash.ts';
import { readSurveyJson } from '../read.ts';
import { elementsOf, type SurveyJson } from '../schema.ts';
import { edit } from './commands.ts';
import { flatten, unflatten, withPageNames } from './flat.ts';
import { begun, did, redone, undone } from './history.ts';
import { answerId, questionId } from './ids.ts';
import { offered } from './kinds.ts';
import { aheadIn } from './uses.ts';

const edited = (wishes: Parameters<typeof wished>[1][]): SurveyJson => wishes.reduce(wished, everyKind);
const some = fc.array(wish(), { maxLength: 25 });

describe('whatever is edited', () => {
  test('a draft stays one that can be saved', () => {
    fc.assert(
      fc.property(some, (wishes) => {
        const made = edited(wishes);
        const { survey, problems } = readSurveyJson(JSON.parse(JSON.stringify(made)));
        expect(survey).not.toBeNull();
        expect(problems.filter(({ code }) => code !== 'no_questions')).toEqual([]);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  test('ids are unique, and a question or an answer that stays keeps its own', () => {
    fc.assert(
      fc.property(some, wish(), (wishes, last) => {
        const before = edited(wishes);
        const made = wished(before, last);
        const ids = elementsOf(made).map(({ name }) => name.toLowerCase());
        expect(new Set(ids).size).toBe(ids.length);
        for (const element of elementsOf(made)) {
          const answers = offered(element).map((id) => id.toLowerCase());
          expect(new Set(answers).size).toBe(answers.length);
        }
        if (last.name === 'reword' || last.name.startsWith('move')) {
          const all = (survey: SurveyJson) => elementsOf(survey).map((one) => [one.name, offered(one).toSorted()]);
          expect(all(made).toSorted()).toEqual(all(before).toSorted());
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('undo is exact, and redo too', () => {
    fc.assert(
      fc.property(some, (wishes) => {
        const drafts = [everyKind];
        for (const one of wishes) drafts.push(wished(drafts.at(-1) ?? everyKind, one));
        let history = begun(everyKind);
        for (const draft of drafts.slice(1)) history = did(history, draft, null, 0);
        for (const draft of drafts.toReversed()) {
          expect(history.present).toEqual(draft);
          history = undone(history);
        }
        for (const draft of drafts.slice(1)) {
          history = redone(history);
          expect(history.present).toEqual(draft);
        }
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  test('the draft that was given stays as it was', () => {
    fc.assert(
      fc.property(some, wish(), (wishes, last) => {
        const before = edited(wishes);
        const was = canonicalJson(before);
        wished(before, last);
        expect(canonicalJson(before)).toBe(was);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('no branch comes to look ahead, or at what is gone', () => {
    fc.assert(
      fc.property(some, (wishes) => {
        const made = edited(wishes);
        expect(aheadIn(made)).toEqual([]);
        const names = elementsOf(made).map(({ name }) => name);
        const looked = elementsOf(made).flatMap(({ visibleIf = '' }) =>
          [...visibleIf.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        );
        expect(looked.filter((name) => !names.some((one) => one === name))).toEqual([]);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  test('a list and its pages are one thing', () => {
    fc.assert(
      fc.property(some, (wishes) => {
        const made = withPageNames(edited(wishes));
        expect(unflatten(made, flatten(made))).toEqual(made);
      }),
      { seed: 9, numRuns: 100 },
    );
  });
});

test('letters typed into one box are one step; another box, or a rest, is another', () => {
  const draft = (text: string): SurveyJson => ({ ...everyKind, title: text });
  let history = begun(draft(''));
  history = did(history, draft('a'), 'title', 0);
  history = did(history, draft('ab'), 'title', 800);
  history = did(history, draft('ab c'), 'title', 5_000);
  expect(undone(history).present.title).toBe('ab');
  expect(undone(undone(history)).present.title).toBe('');
});

test.each([
  ['How clean is the café?', ['x'], 'how_clean_is_the_cafe'],
  ['Why?', ['why'], 'why_2'],
  ['WHY', ['Why', 'why_2'], 'why_3'],
  ['کیوں؟', [], 'question'],
  ['16 or over?', [], 'question'],
  ['constructor', [], 'question'],
  ['Anno domini nostri Iesu Christi millesimo', [], 'anno_domini_nostri_iesu_christi'],
  ['x'.repeat(90), [], 'x'.repeat(limits.idLetters - 4)],
])('a question that reads %s gets an id', (words, taken, id) => {
  expect(questionId(words, taken)).toBe(id);
});

test.each([
  ['None', 'none_2'],
  ['Don’t know', 'dont_know'],
  ['Yes', 'yes_2'],
  ['!!!', 'answer'],
  ['2', '2'],
])('an answer that reads %s never gets an id that means something else', (words, id) => {
  expect(answerId(words, [])).toBe(id);
});

test('the first of the answers to write is told: a choice is not made without two', () => {
  const one = { kind: 'single', title: 'Lift?', to: 0, answers: ['Yes', ' '] } as const;
  expect(edit(everyKind, 'add_question', one)).toEqual({
    refused: { code: 'wrong', sentence: 'Write at least two answers, one a line.' },
  });
});
