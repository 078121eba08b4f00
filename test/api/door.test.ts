/** What comes from outside, by each way in: nothing gets past that the questionnaire does not offer, whatever a program sends. */
import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { compile } from '../../surveys/questionnaire/compile.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { browser } from '../support/resident.ts';
import { putSentText, putSurvey } from '../support/survey.ts';
import { telephone, twilioEnv } from '../support/texting.ts';

const phone = '+447700900556';
const { compiled, texts, problems } = compile({
  elements: [
    { type: 'radiogroup', name: 'one', title: 'One?', choices: ['a', 'b'] },
    { type: 'checkbox', name: 'many', title: 'Many?', choices: ['a', 'b'], showNoneItem: true },
    { type: 'rating', name: 'scale', title: 'Scale?', rateMin: 0, rateMax: 10 },
    { type: 'boolean', name: 'agreed', title: 'Agreed?' },
    { type: 'text', name: 'rooms', title: 'Rooms?', inputType: 'number', min: 0, max: 20 },
    { type: 'text', name: 'since', title: 'Since?', inputType: 'date', min: '1900-01-01', max: '2026-12-31' },
    { type: 'text', name: 'short', title: 'Short?', maxLength: 10 },
    { type: 'comment', name: 'long', title: 'Long?', maxLength: 20 },
    { type: 'file', name: 'photo', title: 'Photo?', acceptedTypes: 'image/*' },
  ],
});

async function setUp(db: Db) {
  expect(problems).toEqual([]);
  const fixture = await putSurvey(db, { compiled, texts, residents: [{ phone }] });
  const deps = testDeps({ db, clock: testClock('2026-11-23T09:00:00Z'), env: twilioEnv() });
  return { deps, person: fixture.people[0]!, path: `/s/${fixture.people[0]!.code}`, me: browser(deps) };
}

const interviewOf = async (db: Db) => (await db`select interview from responses`)[0]?.interview;

type Posted = [name: string, value: string][];
const day = (d: string, m: string, y: string): Posted => [
  ['day', d],
  ['month', m],
  ['year', y],
];
const said = (...values: string[]): Posted => values.map((value) => ['answer', value]);

const posts: [about: string, question: string, fields: Posted][] = [
  ['an option that is not offered', 'one', said('c')],
  ['an option with another case', 'one', said('A')],
  ['two options for one', 'one', said('a', 'b')],
  ['the name of every object', 'one', said('__proto__')],
  ['the name of a function', 'one', said('constructor')],
  ['an object as text', 'one', said('{"value":"a"}')],
  ['a list as text', 'many', said('["a"]')],
  ['one offered and one not', 'many', said('a', 'c')],
  ['none and another', 'many', said('none', 'a')],
  ['a point off the scale', 'scale', said('11')],
  ['half a point', 'scale', said('7.5')],
  ['a point below', 'scale', said('-1')],
  ['a word on a scale', 'scale', said('seven')],
  ['neither yes nor no', 'agreed', said('true')],
  ['a number in the writing of programs', 'rooms', said('1e1')],
  ['a number in another base', 'rooms', said('0x10')],
  ['not a number', 'rooms', said('NaN')],
  ['without end', 'rooms', said('Infinity')],
  ['a number past its limit', 'rooms', said('21')],
  ['two numbers', 'rooms', said('1 2')],
  ['30 February', 'since', day('30', '2', '2026')],
  ['29 February of a common year', 'since', day('29', '2', '2025')],
  ['month 13', 'since', day('1', '13', '2026')],
  ['a year of two digits', 'since', day('1', '1', '26')],
  ['a day before the first', 'since', day('31', '12', '1899')],
  ['a day after the last', 'since', day('1', '1', '2027')],
  ['a day in the writing of programs', 'since', said('2026-01-01')],
  ['eleven letters of ten', 'short', said('x'.repeat(11))],
  ['letters of two parts are one each', 'short', said('😀'.repeat(11))],
  ['spaces', 'short', said('   ')],
  ['21 letters of 20', 'long', said('x'.repeat(21))],
  ['an id in the place of a photo', 'photo', said('00000000-0000-4000-8000-000000000001')],
];

test(
  'a posted page: what is not an answer is refused in words and nothing of it is kept',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    for (const [about, question, fields] of posts) {
      const page = await me.post(path, [['question', question], ['action', 'save'], ...fields]);
      expect(page.status, about).toBe(422);
      expect(page.html, about).toContain('<title>Error: ');
      expect(page.text, about).not.toMatch(/invalid|undefined|\[object|NaN:|\{[a-z]+\}/i);
      expect((await interviewOf(db)).answers, about).toEqual({});
    }
    const since = await me.post(path, [['question', 'since'], ['action', 'save'], ...day('1', '1', '2027')]);
    expect(since.text).toContain('Type a day from 1 January 1900 to 31 December 2026.');
  }),
);

test(
  'a posted page: questions there are none of, keys of every object and fields nobody asked for change nothing',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    for (const question of ['__proto__', 'constructor', 'toString', 'evil', 'one.value', ''])
      expect((await me.post(path, { question, answer: 'a', action: 'save' })).status, question).toBe(400);
    expect(await interviewOf(db)).toBeUndefined();
    const extra = { evil: 'x', __proto__: 'y', 'answers[many]': 'a', mode: 'paper', by: 'staff', cursor: 'photo' };
    await me.post(path, [['question', 'one'], ['answer', 'a'], ['action', 'save'], ...Object.entries(extra)]);
    const { answers } = await interviewOf(db);
    expect(Object.keys(answers)).toEqual(['one']);
    expect(answers.one).toEqual({ value: 'a', mode: 'web', at: '2026-11-23T09:00:00.000Z', by: null });
    expect({}).not.toHaveProperty('evil');
    await me.post(path, [
      ['question', 'many'],
      ['answer', 'b'],
      ['answer', 'a'],
      ['answer', 'b'],
      ['action', 'save'],
    ]);
    expect((await interviewOf(db)).answers.many.value).toEqual(['a', 'b']);
  }),
);

const keyed: [about: string, question: string, typed: string][] = [
  ['a number of no option', 'one', '3'],
  ['nought', 'one', '0'],
  ['the id of an option', 'one', 'a'],
  ['two for one', 'one', '1 2'],
  ['one offered and one not', 'many', '1 9'],
  ['none and another', 'many', '1 3'],
  ['a point off the scale', 'scale', '11'],
  ['a number in the writing of programs', 'rooms', '1e1'],
  ['not a number', 'rooms', 'NaN'],
  ['30 February', 'since', '30 2 2026'],
  ['30 February in the writing of programs', 'since', '2026-02-30'],
  ['a day after the last', 'since', '1 1 2027'],
  ['too many letters', 'short', 'x'.repeat(11)],
  ['too many letters', 'long', 'x'.repeat(21)],
  ['an id in the place of a photo', 'photo', '00000000-0000-4000-8000-000000000001'],
];

test(
  'keying: what is not an answer is refused in a sentence, and a body of another shape at the door',
  withRollback(async (db) => {
    const { deps, person } = await setUp(db);
    const call = caller(as(deps, staff('officer')));
    const line = `POST /api/v1/keying/${person.code}`;
    for (const mode of ['paper', 'telephone', 'in_person'])
      for (const [about, question, typed] of keyed) {
        const { status, body } = await call(line, { body: { mode, question, typed } });
        expect(status, about).toBe(200);
        expect(body, `${mode}: ${about}`).toMatchObject({ accepted: false });
        expect((body as { sentence: string }).sentence.length, about).toBeGreaterThan(10);
      }
    expect((await interviewOf(db)).answers).toEqual({});
    const good = { mode: 'paper', question: 'one', typed: '1' };
    const shapes: [object, number][] = [
      [{ ...good, typed: ['1'] }, 400],
      [{ ...good, typed: 1 }, 400],
      [{ ...good, typed: { value: 'a' } }, 400],
      [{ ...good, question: { id: 'one' } }, 400],
      [{ ...good, mode: 'web' }, 400],
      [{ ...good, typed: 'x'.repeat(20_001) }, 400],
      [{ ...good, question: '__proto__' }, 404],
      [{ ...good, question: 'constructor' }, 404],
    ];
    for (const [body, status] of shapes) expect((await call(line, { body })).status, JSON.stringify(body)).toBe(status);
    expect((await interviewOf(db)).answers).toEqual({});
    const raw = `{"mode":"paper","question":"one","typed":"1","finish":false,"evil":1,"__proto__":{"admin":true}}`;
    await call(line, { file: raw });
    expect(Object.keys((await interviewOf(db)).answers)).toEqual(['one']);
    expect({}).not.toHaveProperty('admin');
  }),
);

test(
  'by text: what is not an answer is asked for again, then by a person, and nothing of it is kept as an answer',
  withRollback(async (db) => {
    const { deps, person } = await setUp(db);
    await putSentText(db, '00000000-0000-4000-8000-00000000abce', person);
    const mine = telephone(deps, phone);
    await mine.text('1');
    const wrong: [question: string, texts: string[], then: string][] = [
      ['one', ['3', '1 2', '__proto__', 'constructor', '{"value":"a"}', '1e1'], '2'],
      ['many', ['9', '1 9', 'toString'], '1,2'],
      ['scale', ['11', '7.5', 'Infinity'], '7'],
      ['agreed', ['true', 'yes and no'], 'no'],
      ['rooms', ['NaN', '1 2 3', '21'], '3'],
      ['since', ['30 2 2026', '2026-02-30', '1 1 2027', 'yesterday'], '1 1 2026'],
      ['short', ['x'.repeat(11)], 'short'],
    ];
    for (const [question, texts_, then] of wrong) {
      for (const text of texts_) {
        await mine.text(text);
        const { answers, cursor } = await interviewOf(db);
        expect([cursor, answers[question]], `${question}: ${text}`).toEqual([question, undefined]);
      }
      await mine.text(then);
    }
    await mine.text('y'.repeat(15));
    expect(await mine.text('z'.repeat(15))).toContain('that was too long for us to keep as one answer');
    await mine.text('DONE');
    const { answers } = await interviewOf(db);
    expect(
      Object.fromEntries(Object.entries(answers).map(([id, one]) => [id, (one as { value: unknown }).value])),
    ).toEqual({
      one: 'b',
      many: ['a', 'b'],
      scale: 7,
      agreed: 'no',
      rooms: 3,
      since: '2026-01-01',
      short: 'short',
      long: 'y'.repeat(15),
    });
  }),
);
