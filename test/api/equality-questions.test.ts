import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { instrumentById } from '../../surveys/instruments/instruments.ts';
import type { Language } from '../../surveys/language.ts';
import { withRollback } from '../support/database.ts';
import { testClock, testDeps } from '../support/deps.ts';
import { doneIn, putBasis } from '../support/profiles.ts';
import { browser } from '../support/resident.ts';
import { putSurvey, smallForm } from '../support/survey.ts';

const compiled = { ...smallForm, questions: smallForm.questions.slice(0, 1) };

async function answered(db: Db, { language = 'en' as Language, questions = true, anonymous = false } = {}) {
  const fixture = await putSurvey(db, { residents: [{ language }], compiled });
  await putBasis(db, questions);
  if (anonymous) await db`update campaigns set anonymous = true`;
  const deps = testDeps({ db, clock: testClock('2026-11-23T09:00:00Z') });
  const me = browser(deps);
  const path = `/s/${fixture.people[0]!.code}`;
  const end = await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
  return { deps, me, path, about: `${path}/about`, end };
}

const saidOf = (db: Db) => db<{ field: string; code: string; source: string; asAt: string }[]>`
  select field, code, source, as_at::text from profiles order by field`;

test(
  'after the last question, once: six optional questions, one a page, without script; kept apart from the response',
  withRollback(async (db) => {
    const { me, path, about, end, deps } = await answered(db);
    expect(end.text).toContain('A few questions about you?');
    expect(end.text).toContain('You do not have to answer');
    expect(end.html).toContain('>Answer 6 questions about you</button>');
    const first = await me.post(about, { action: 'begin' });
    expect(first.text).toContain('About you: 1 of 6');
    expect(first.text).toContain('What is your sex?');
    expect(first.html).not.toMatch(/" checked|<script/);
    const none = await me.post(about, { question: 'sex', action: 'save' });
    expect([none.status, none.text.includes('Choose one answer, or press Skip')]).toEqual([422, true]);
    const second = await me.post(about, { question: 'sex', answer: 'female', action: 'save' });
    expect(second.text).toContain('About you: 2 of 6');
    const third = await me.post(about, { question: 'gender_same_as_sex', action: 'skip' });
    expect(third.text).toContain('What is your ethnic group?');
    const closer = await me.post(about, { question: 'ethnicity', answer: 'asian', action: 'save' });
    expect(closer.text).toContain(
      'About you: 3 of 6 Which of these best describes your Asian or Asian British background?',
    );
    const fourth = await me.post(about, { question: 'ethnicity.asian', answer: 'asian_pakistani', action: 'save' });
    expect(fourth.text).toContain('About you: 4 of 6');
    const reduced = await me.post(about, { question: 'long_term_condition', answer: 'yes', action: 'save' });
    expect(reduced.text).toContain('reduce your ability');
    const fifth = await me.post(about, { question: 'activity_reduced', answer: 'a_little', action: 'save' });
    expect(fifth.text).toContain('About you: 5 of 6');
    await me.post(about, { question: 'religion', answer: 'prefer_not_to_say', action: 'save' });
    const thanks = await me.post(about, { question: 'sexual_orientation', action: 'skip' });
    expect(thanks.text).toContain('Thank you. Your answer is saved.');
    expect((await me.get(path)).text).toContain('Thank you. Your answer is saved.');
    const from = { source: 'survey', asAt: '2026-11-23' };
    expect([...(await saidOf(db))]).toEqual([
      { field: 'activity_reduced', code: 'a_little', ...from },
      { field: 'ethnicity', code: 'asian_pakistani', ...from },
      { field: 'long_term_condition', code: 'yes', ...from },
      { field: 'religion', code: 'prefer_not_to_say', ...from },
      { field: 'sex', code: 'female', ...from },
    ]);
    const kept = JSON.stringify([
      await db`select * from responses`,
      await db`select * from answer_changes`,
      deps.logged,
    ]);
    expect(kept).not.toMatch(/pakistani|female|a_little|prefer_not/);
    expect(await doneIn(deps)).toEqual(Array.from({ length: 6 }, () => 'profile.change'));
  }),
);

test(
  'in Urdu the same, from right to left, every word of the page in Urdu',
  withRollback(async (db) => {
    const { me, about, end } = await answered(db, { language: 'ur' });
    expect(end.html).toContain('dir="rtl"');
    expect(end.text).toContain('آپ کے بارے میں چند سوال؟');
    const first = await me.post(about, { action: 'begin' });
    expect(first.text).toContain('آپ کی جنس کیا ہے؟');
    const main = /<form method="post" action="[^"]*about">(.*?)<\/form>/s.exec(first.html)?.[1] ?? 'none';
    expect(main.replace(/<[^>]*>/g, '')).not.toMatch(/[a-z]/i);
    await me.post(about, { question: 'sex', answer: 'male', action: 'save' });
    expect(await saidOf(db)).toMatchObject([{ field: 'sex', code: 'male', source: 'survey' }]);
  }),
);

test(
  '"No, finish" ends it, and it is not offered again',
  withRollback(async (db) => {
    const { me, path, about } = await answered(db);
    expect((await me.post(about, { action: 'end' })).text).toContain('Thank you. Your answer is saved.');
    expect((await me.get(path)).text).toContain('Thank you. Your answer is saved.');
    expect(await saidOf(db)).toHaveLength(0);
  }),
);

test.each([
  ['it is not switched on', { questions: false }],
  ['the survey is anonymous', { anonymous: true }],
])('nobody is asked when %s', (_name, options) =>
  withRollback(async (db) => {
    const { me, about, end } = await answered(db, options);
    expect(end.text).not.toContain('A few questions about you?');
    await me.post(about, { question: 'sex', answer: 'female', action: 'save' });
    expect((await me.get(`${about}?q=sex`)).text).not.toContain('What is your sex?');
    expect(await saidOf(db)).toHaveLength(0);
  })(),
);

test(
  'another device with the code is neither asked nor heard, and nothing that was said is shown to any',
  withRollback(async (db) => {
    const { deps, me, path, about } = await answered(db);
    await me.post(about, { question: 'sex', answer: 'female', action: 'save' });
    expect((await me.get(`${about}?q=sex`)).html).not.toContain('" checked');
    const other = browser(deps, { from: '192.0.2.77' });
    expect((await other.get(path)).text).not.toContain('A few questions');
    expect((await other.get(`${about}?q=sex`)).text).not.toContain('What is your sex?');
    await other.post(about, { question: 'sex', answer: 'male', action: 'save' });
    expect(await saidOf(db)).toMatchObject([{ code: 'female' }]);
  }),
);

test('the survey itself asks none of these', () => {
  expect(JSON.stringify(instrumentById('panel-quarterly'))).not.toMatch(/ethnic|religion|orientation/i);
});
