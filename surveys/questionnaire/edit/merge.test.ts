import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyKind, wish, wished } from '../../../test/support/edits.ts';
import { canonicalJson } from '../hash.ts';
import { elementsOf, type SurveyJson } from '../schema.ts';
import { changesBetween } from './changes.ts';
import { edit } from './commands.ts';
import { merge, orderId } from './merge.ts';
import { joined, partsOf, samePart } from './parts.ts';

const some = fc.array(wish(), { maxLength: 8 });
const edited = (wishes: Parameters<typeof wished>[1][]): SurveyJson => wishes.reduce(wished, everyKind);
const plain = (survey: SurveyJson) => canonicalJson(joined(partsOf(survey)));

test('what only one changed is what comes out', () => {
  fc.assert(
    fc.property(some, (wishes) => {
      const changed = edited(wishes);
      for (const { survey, conflicts } of [
        merge(everyKind, changed, everyKind),
        merge(everyKind, everyKind, changed),
      ]) {
        expect(conflicts).toEqual([]);
        expect(plain(survey)).toBe(plain(changed));
      }
      expect(merge(everyKind, changed, changed).conflicts).toEqual([]);
    }),
    { seed: 11, numRuns: 150 },
  );
});

/** True when a part of the merged draft has what a side did to it. */
function kept(id: string, side: SurveyJson, other: SurveyJson, merged: SurveyJson): boolean {
  const [base, own, theirs, made] = [everyKind, side, other, merged].map(partsOf).map(({ parts }) => parts.get(id));
  if (samePart(own, made)) return true;
  // Both changed it, in different words: each word that this side changed is there.
  const mine = Object.entries(own?.texts ?? {}).filter(([key, text]) => base?.texts[key] !== text);
  return theirs !== undefined && made !== undefined && mine.every(([key, text]) => made.texts[key] === text);
}

test('nothing that either changed is lost without being said', () => {
  fc.assert(
    fc.property(some, some, (ours, others) => {
      const [mine, theirs] = [edited(ours), edited(others)];
      const { survey, conflicts } = merge(everyKind, mine, theirs);
      // What both added under one id stays twice: mine is found under the name it was given.
      const names = elementsOf(survey).map(({ name }) => name);
      const bothAdded = (id: string) =>
        !partsOf(everyKind).parts.has(id) && partsOf(mine).parts.has(id) && partsOf(theirs).parts.has(id);
      const told = (id: string) => conflicts.includes(id) || bothAdded(id);
      for (const { id } of changesBetween(everyKind, theirs)) {
        if (id !== orderId && !told(id)) expect(kept(id, theirs, mine, survey), `theirs ${id}`).toBe(true);
      }
      for (const { id } of changesBetween(everyKind, mine)) {
        if (id !== orderId && !told(id)) expect(kept(id, mine, theirs, survey), `mine ${id}`).toBe(true);
      }
      expect(new Set(names).size).toBe(names.length);
      const added = (side: SurveyJson) =>
        elementsOf(side).filter(({ name }) => !elementsOf(everyKind).some((one) => one.name === name));
      const titles = (list: { title?: unknown }[]) => list.map(({ title }) => canonicalJson(title));
      const both = new Set([...titles(added(mine)), ...titles(added(theirs))]);
      const made = titles(elementsOf(survey));
      for (const title of both) expect(made).toContain(title);
    }),
    { seed: 12, numRuns: 300 },
  );
});

test('a side that is picked is taken whole', () => {
  fc.assert(
    fc.property(some, some, (ours, others) => {
      const [mine, theirs] = [edited(ours), edited(others)];
      const { conflicts } = merge(everyKind, mine, theirs);
      const picks = Object.fromEntries(conflicts.map((id) => [id, 'theirs' as const]));
      const { survey } = merge(everyKind, mine, theirs, picks);
      for (const id of conflicts.filter((one) => one !== orderId))
        expect(samePart(partsOf(survey).parts.get(id), partsOf(theirs).parts.get(id))).toBe(true);
    }),
    { seed: 13, numRuns: 150 },
  );
});

const did = (...edits: Parameters<typeof edit>[]): SurveyJson => {
  let survey = everyKind;
  for (const [, name, input] of edits) {
    const outcome = edit(survey, name, input);
    if ('refused' in outcome) throw new Error(outcome.refused.sentence);
    survey = outcome.survey;
  }
  return survey;
};
const reword = (key: string, text: string) => did([everyKind, 'reword', { key, text }]);

test('words of one question in different places are put together', () => {
  const { survey, conflicts } = merge(
    everyKind,
    reword('q.stairs.title', 'Stairs?'),
    reword('q.stairs.option.clean', 'Very clean'),
  );
  expect(conflicts).toEqual([]);
  expect(elementsOf(survey)[0]).toMatchObject({
    title: { default: 'Stairs?', cy: 'Pa mor lân yw’r grisiau?' },
    choices: [{ text: { default: 'Very clean', cy: 'Glân' } }, {}],
  });
});

test('the same words of both are asked about', () => {
  const [mine, theirs] = [reword('q.stairs.title', 'Stairs?'), reword('q.stairs.title', 'The stairs?')];
  expect(merge(everyKind, mine, theirs)).toMatchObject({ conflicts: ['q.stairs'] });
  expect(elementsOf(merge(everyKind, mine, theirs, { 'q.stairs': 'theirs' }).survey)[0]?.title).toMatchObject({
    default: 'The stairs?',
  });
});

test('new words for an answer that the other removed are asked about', () => {
  const theirs = did([everyKind, 'remove_answer', { question: 'rooms', answer: 'hall' }]);
  expect(merge(everyKind, reword('q.rooms.option.hall', 'Entrance'), theirs).conflicts).toEqual(['q.rooms']);
});

test('a question that one removed and the other changed is asked about', () => {
  const theirs = did([everyKind, 'remove', { item: 'q.who' }]);
  const mine = reword('q.who.title', 'Who was it?');
  const { survey, conflicts } = merge(everyKind, mine, theirs);
  expect(conflicts).toEqual(['q.who']);
  expect(elementsOf(survey).map(({ name }) => name)).toContain('who');
});

test('two questions that got the same id both stay, and the branch follows its own', () => {
  const add = (kind: 'yes_no' | 'number') =>
    [everyKind, 'add_question', { kind, title: 'Lift?', to: 99 }] as Parameters<typeof edit>;
  const next = [everyKind, 'add_question', { kind: 'long_text', title: 'And?', to: 99 }] as Parameters<typeof edit>;
  const branch = { join: 'and' as const, tests: [{ question: 'lift', how: 'is' as const, values: ['yes'] }] };
  const mine = did(add('yes_no'), next, [everyKind, 'ask_if', { question: 'and', branch }]);
  const { survey, conflicts } = merge(everyKind, mine, did(add('number')));
  expect(conflicts).toEqual([]);
  expect(elementsOf(survey).slice(-3)).toMatchObject([
    { name: 'lift_2', type: 'boolean' },
    { name: 'and', visibleIf: "{lift_2} = 'yes'" },
    { name: 'lift', type: 'text' },
  ]);
});

test('an order that both changed is asked about', () => {
  const mine = did([everyKind, 'move', { item: 'q.photo', to: 0 }]);
  const theirs = did([everyKind, 'move', { item: 'q.who', to: 0 }]);
  expect(merge(everyKind, mine, theirs).conflicts).toEqual([orderId]);
  const { survey } = merge(everyKind, mine, theirs, { order: 'theirs' });
  expect(elementsOf(survey)[0]?.name).toBe('who');
});

test('a move of one and a new question of the other are put together', () => {
  const mine = did([everyKind, 'move', { item: 'q.photo', to: 0 }]);
  const theirs = did([everyKind, 'duplicate', { question: 'stairs' }]);
  const { survey, conflicts } = merge(everyKind, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(elementsOf(survey).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['photo', 'how_clean_are_the_stairs']),
  );
  expect(elementsOf(survey)[0]?.name).toBe('photo');
});
