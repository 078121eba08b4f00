import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { putBasis } from '../support/profiles.ts';
import { browser } from '../support/resident.ts';
import { putSurvey } from '../support/survey.ts';

const words = (en: string, ur: string) => ({ default: en, ur });
const survey = {
  title: 'Block survey',
  pages: [
    {
      elements: [
        {
          type: 'radiogroup',
          name: 'stairs',
          title: words('How clean are the stairs?', 'سیڑھیاں کتنی صاف ہیں؟'),
          choices: [
            { value: 'clean', text: words('Clean', 'صاف') },
            { value: 'dirty', text: words('Dirty', 'گندی') },
          ],
        },
        {
          type: 'comment',
          name: 'why',
          title: words('What is wrong’?', 'کیا خرابی ہے؟'),
          visibleIf: "{stairs} = 'dirty'",
        },
        { type: 'text', inputType: 'date', name: 'since', title: words('Since when?', 'کب سے؟') },
      ],
    },
  ],
};

interface Practised {
  finished: boolean;
  recorded: { number: number; given: string; mode: string; counts: boolean }[];
  view: {
    as: string;
    html: string;
    messages: { mine: boolean; words: string; segments: number }[];
    cursor: string | null;
    script: string[] | null;
    told: { accepted: boolean; sentence: string } | null;
    subject: string;
  };
}

async function office(db: Db, { landlord = true } = {}) {
  const deps = testDeps({ db, clock: testClock('2026-11-23T09:00:00Z') });
  const call = caller(as(deps, staff('officer')));
  const about = { name: 'Millbrook Homes', shortName: 'Millbrook', phone: '01632 960123' };
  if (landlord) await caller(as(deps, staff('administrator')))('PUT /api/v1/landlord', { body: about });
  const made = await call('POST /api/v1/questionnaires', { body: { name: 'Block', from: { surveyjs: survey } } });
  const { id } = made.body as { id: string };
  const practise = async (by: string, turns: object[], more: object = {}) =>
    call(`POST /api/v1/questionnaires/${id}/practise`, { body: { as: by, language: 'en', turns, ...more } });
  const play = async (...given: Parameters<typeof practise>) => (await practise(...given)).body as Practised;
  return { call, id, practise, play };
}

/** What every table holds, as one line a table. */
async function everything(db: Db): Promise<string[]> {
  const tables = await db<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const lines: string[] = [];
  for (const { name } of tables) {
    const [row] = await db`
      select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${db(name)} t`;
    lines.push(`${name} ${row?.rows} ${row?.hash}`);
  }
  return lines;
}

const web = (question: string, fields: Record<string, string[]>) => ({
  by: 'web',
  question,
  fields: { action: ['save'], ...fields },
});
const date = { day: ['3'], month: ['5'], year: ['2026'] };
const recorded = ['2 Dirty', 'The smell', '2026-05-03'];

/** The whole survey by each way. An email leads to the page. */
const whole: Record<string, object[]> = {
  text: ['1', '2', 'The smell', 'DONE', '3 May 2026'].map((said) => ({ by: 'text', words: said })),
  web: [web('stairs', { answer: ['dirty'] }), web('why', { answer: ['The smell'] }), web('since', date)],
  telephone: ['2', 'The smell', '3 5 2026'].map((typed, at) => ({
    by: 'telephone',
    question: ['stairs', 'why', 'since'][at],
    typed,
  })),
  paper: ['2', 'The smell', '3 5 2026'].map((typed, at) => ({
    by: 'paper',
    question: ['stairs', 'why', 'since'][at],
    typed,
  })),
  email: [web('stairs', { answer: ['dirty'] }), web('why', { answer: ['The smell'] }), web('since', date)],
};

test.each(Object.entries(whole))('a whole survey practised by %s leaves every table as it was', (by, turns) =>
  withRollback(async (db) => {
    const { play, practise } = await office(db);
    const before = await everything(db);
    expect(before.length).toBeGreaterThan(30);
    for (let count = 0; count <= turns.length; count += 1)
      expect(await practise(by, turns.slice(0, count))).toMatchObject({ status: 200, body: { view: { as: by } } });
    const end = await play(by, turns);
    expect(end.finished).toBe(true);
    expect(end.recorded.map(({ given }) => given)).toEqual(recorded);
    expect(new Set(end.recorded.map(({ mode }) => mode))).toEqual(new Set([by === 'email' ? 'web' : by]));
    expect(await everything(db)).toEqual(before);
  })(),
);

test(
  'the pages are the real ones: what is wrong is said beside the box, one goes back, skips, and is thanked',
  withRollback(async (db) => {
    const { play } = await office(db);
    expect((await play('web', [])).view.html).toContain('How clean are the stairs?');
    const refused = await play('web', [web('stairs', {})]);
    expect(refused.view.html).toContain('Choose one answer, or press Skip this question.');
    const on = [web('stairs', {}), web('stairs', { answer: ['dirty'] })];
    expect((await play('web', on)).view.html).toMatch(
      /What is wrong.*href="\/s\/practise\?q=stairs"|href="\/s\/practise\?q=stairs".*What is wrong/s,
    );
    expect((await play('web', on, { open: 'stairs' })).view.html).toContain('value="dirty" checked');
    const skipped = await play('web', [...on, { by: 'web', question: 'why', fields: { action: ['skip'] } }]);
    expect(skipped.view.html).toContain('Since when?');
    expect(skipped.recorded).toMatchObject([
      { given: '2 Dirty', counts: true },
      { given: 'Skipped', counts: false },
    ]);
    expect((await play('web', whole.web ?? [])).view.html).toContain('Thank you. All 3 answers are saved.');
    const urdu = await play('web', [], { language: 'ur' });
    expect(urdu.view.html).toContain('<html lang="ur" dir="rtl"');
  }),
);

test(
  'large print enlarges the page, in the preview and in practice, as it does for a resident who asked for it',
  withRollback(async (db) => {
    const { call, id, play } = await office(db);
    const sizes = { standard: 100, large: 125, giant: 150 };
    for (const [format, size] of Object.entries(sizes)) {
      const preview = await call(`GET /api/v1/questionnaires/${id}/preview?as=web&language=en&format=${format}`);
      expect((preview.body as { html: string }).html).toContain(`data-size="${size}"`);
      expect((await play('web', [], { format })).view.html).toContain(`data-size="${size}"`);
    }
  }),
);

test(
  'questions about the resident follow on the web where the landlord asks them, one goes back and leaves them, and nothing is kept',
  withRollback(async (db) => {
    const { play } = await office(db);
    const answered = whole.web ?? [];
    expect((await play('web', answered)).view.html).toContain('Thank you. All 3 answers are saved.');
    await putBasis(db);
    const before = await everything(db);
    const about = (fields: Record<string, string[]>) => ({ by: 'about', fields: { action: ['save'], ...fields } });
    const page = async (turns: object[], more: object = {}) => {
      const { view, finished, recorded: kept } = await play('web', [...answered, ...turns], more);
      expect([finished, kept.length]).toEqual([true, 3]);
      return view.html;
    };
    expect(await page([])).toContain('A few questions about you?');
    const begin = { by: 'about', fields: { action: ['begin'] } };
    expect(await page([begin])).toContain('What is your sex?');
    expect(await page([begin, about({ question: ['sex'] })])).toContain('Choose one answer, or press Skip');
    expect(await page([begin, about({ question: ['sex'], answer: ['nothing we ask'] })])).toContain(
      'Choose one answer',
    );
    const on = [begin, about({ question: ['sex'], answer: ['female'] })];
    expect(await page(on)).toContain('About you: 2 of 6');
    expect(await page(on)).toContain('href="/s/practise/about?q=sex"');
    expect(await page(on, { open: 'about/sex' })).toContain('What is your sex?');
    const closer = [...on, about({ question: ['ethnicity'], answer: ['asian'] })];
    expect(await page(closer)).toContain('best describes your Asian or Asian British background');
    const last = about({ question: ['sexual_orientation'], action: ['skip'] });
    expect(await page([...closer, last])).toContain('Thank you. All 3 answers are saved.');
    expect(await page([...on, { by: 'about', fields: { action: ['end'] } }])).toContain('Thank you. All 3 answers');
    expect((await play('web', [begin])).view.html).toContain('How clean are the stairs?');
    expect(await everything(db)).toEqual(before);
  }),
);

test(
  'the texts are the real ones: the invitation, what cannot be read, HELP, STOP and what is silent after it',
  withRollback(async (db) => {
    const { play } = await office(db);
    const said = async (...texts: string[]) => {
      const { view } = await play(
        'text',
        texts.map((text) => ({ by: 'text', words: text })),
      );
      return view.messages;
    };
    expect((await said()).map((text) => text.words)).toEqual([expect.stringContaining('Reply 1 to start')]);
    expect((await said('1')).at(-1)).toMatchObject({ mine: false, words: expect.stringContaining('Q1 of 3') });
    expect((await said('1', 'banana')).at(-1)?.words).toContain('Sorry, we could not tell');
    expect((await said('1', 'HELP')).at(-1)?.words).toContain('01632 960123');
    expect((await said('hello')).at(-1)?.words).toContain('It is not part of a survey');
    const stopped = await said('1', 'STOP', '2');
    expect(stopped.slice(-2)).toMatchObject([{ words: expect.stringContaining('No more surveys') }, { mine: true }]);
    expect((await said('1', 'STOP', 'START')).at(-1)?.words).toContain('How clean are the stairs?');
  }),
);

test(
  'one practice goes on by another way, and an interviewer has the script and the keys',
  withRollback(async (db) => {
    const { play } = await office(db);
    const begun = [
      { by: 'text', words: '1' },
      { by: 'text', words: '1' },
    ];
    const call = await play('telephone', begun);
    expect(call.view.cursor).toBe('since');
    expect(call.view.script?.join(' ')).toContain('Since when?');
    const refused = await play('telephone', [...begun, { by: 'telephone', question: 'since', typed: 'soon' }]);
    expect(refused.view.told).toEqual({ accepted: false, sentence: expect.stringContaining('like 3 5 2026') });
    const end = await play('paper', [...begun, { by: 'paper', question: 'since', typed: '3 5 2026' }]);
    expect(end.recorded.map(({ mode }) => mode)).toEqual(['text', 'paper']);
    expect((await play('email', begun)).view.subject).toContain('Millbrook Homes');
  }),
);

test(
  'what is not a practice is refused',
  withRollback(async (db) => {
    const { practise } = await office(db);
    const status = async (...given: Parameters<typeof practise>) => (await practise(...given)).status;
    expect(await status('web', [web('nosuch', {})])).toBe(400);
    expect(await status('web', [{ by: 'dream' }])).toBe(400);
    expect(
      await status(
        'text',
        Array.from({ length: 301 }, () => ({ by: 'text', words: '1' })),
      ),
    ).toBe(400);
    expect(await status('text', [{ by: 'text', words: 'x'.repeat(1601) }])).toBe(400);
    expect(await status('web', [], { language: 'pl' })).toBe(409);
    expect(await status('fax', [])).toBe(400);
  }),
);

test(
  'a practice needs a landlord to ask in the name of',
  withRollback(async (db) => {
    const { practise } = await office(db, { landlord: false });
    expect(await practise('web', [])).toMatchObject({ status: 409, body: { code: 'no_landlord' } });
  }),
);

test(
  'the texts of a draft are shown with the invitation and the thanks, what each costs and which letters make it so',
  withRollback(async (db) => {
    const { call, id } = await office(db);
    const { body } = await call(`GET /api/v1/questionnaires/${id}/preview?as=text&language=en`);
    const { messages } = body as { messages: { part: string; encoding: string; forcing: string[]; pence: number }[] };
    expect(messages.map(({ part }) => part)).toEqual(['invitation', 'question', 'question', 'question', 'thanks']);
    expect(messages.every(({ pence }) => pence > 0)).toBe(true);
    const urdu = await call(`GET /api/v1/questionnaires/${id}/preview?as=text&language=ur`);
    expect(urdu.body).toMatchObject({
      messages: [{ encoding: 'ucs2', forcing: expect.arrayContaining(['آ']) }, {}, {}, {}, {}],
    });
  }),
);

test(
  'the form of a large screen is offered until something is answered, with the words of the page',
  withRollback(async (db) => {
    const { people } = await putSurvey(db);
    const deps = testDeps({ db, clock: testClock('2026-11-23T09:00:00Z') });
    const me = browser(deps);
    const path = `/s/${people[0]!.code}`;
    const first = await me.get(path);
    expect(first.html).toMatch(/data-form="\/assets\/form-[0-9a-f]{12}\.js" data-survey="\/s\/\d{12}\/form"/);
    const form = await me.get(`${path}/form`);
    expect(form.headers.get('cache-control')).toBe('no-store');
    const { locale, pages } = JSON.parse(form.html);
    expect(locale).toBe('en');
    expect(pages.map(({ elements: [one] }: { elements: [{ type: string }] }) => one.type)).toEqual([
      'radiogroup',
      'radiogroup',
      'checkbox',
      'radiogroup',
      'comment',
    ]);
    expect(pages[2].elements[0].choices.at(-1)).toEqual({ value: 'none', text: 'None of these', number: 4, or: 'or' });
    expect(pages[3].elements[0].choices[0]).toMatchObject({ value: '0', text: 'Not at all likely', number: 0 });
    expect(form.html).not.toContain('visibleIf');
    const second = await me.post(path, { question: 'stairs', answer: 'dirty', action: 'save' });
    expect(second.html).not.toContain('data-form');
    expect((await me.get('/s/000000000000/form')).status).toBe(404);
  }),
);
