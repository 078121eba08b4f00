import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { seededRandom, sequentialIds, staff, testDeps } from '../support/deps.ts';

const survey = {
  title: { default: 'Spring panel', ur: 'بہار کا پینل' },
  description: { default: '{landlord} asks you & your neighbours.', ur: '{landlord} آپ سے پوچھتا ہے۔' },
  pages: [
    {
      elements: [
        {
          type: 'radiogroup',
          name: 'stairs',
          title: { default: 'How clean are the stairs?', ur: 'سیڑھیاں کتنی صاف ہیں؟' },
          smsTitle: 'Stairs?',
          choices: [
            { value: 'very_clean', text: { default: 'Very clean', ur: 'بہت صاف' } },
            { value: 'dirty', text: 'Dirty' },
          ],
        },
        { type: 'comment', name: 'why', title: 'Tell {landlord} why, "in short" <please>'.replace(/[<>]/g, '') },
      ],
    },
  ],
};

interface Plan {
  revision: number;
  changes: {
    key: string;
    where: string;
    before: string;
    after: string;
    from: string;
    to: string;
    was: string | null;
    overApproved: boolean;
  }[];
  faults: { key: string; where: string; sentence: string }[];
  same: number;
  empty: number;
}

async function agency(db: Db, surveyjs: object = survey, code = 'ur') {
  const deps = testDeps({ db, newId: sequentialIds() });
  const call = caller(as(deps, staff('officer')));
  const made = await call('POST /api/v1/questionnaires', { body: { name: 'Spring panel', from: { surveyjs } } });
  const { id } = made.body as { id: string };
  const path = `/api/v1/questionnaires/${id}/languages/${code}`;
  const out = async (kind: 'xliff' | 'csv') => (await call(`GET ${path}/${kind}`)).text;
  const check = (file: string | Uint8Array<ArrayBuffer>) => call(`POST ${path}/file/check`, { file });
  const plan = async (file: string) => (await check(file)).body as Plan;
  const apply = (file: string, revision: number, over = false) =>
    call(`POST ${path}/file?revision=${revision}&overApproved=${over}`, { file });
  const rows = async () =>
    (
      (await call(`GET ${path}`)).body as {
        rows: { key: string; text: string; source: string; status: string; was: string | null }[];
      }
    ).rows;
  const judge = async (act: 'check' | 'approve', key: string) => {
    const texts = (await rows()).filter((one) => one.key === key).map(({ source, text }) => ({ key, source, text }));
    return call(`POST ${path}/${act}`, { body: { texts } });
  };
  return { call, id, path, out, check, plan, apply, rows, judge };
}

const golden = new URL('../cases/translation-files/', import.meta.url);

test(
  'what goes to an agency is the golden XLIFF and CSV',
  withRollback(async (db) => {
    const { out, judge } = await agency(db);
    await judge('check', 'title');
    await judge('approve', 'q.stairs.title');
    await expect(await out('xliff')).toMatchFileSnapshot(new URL('spring-panel.xlf', golden).pathname);
    await expect(await out('csv')).toMatchFileSnapshot(new URL('spring-panel.csv', golden).pathname);
  }),
);

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
}

/** A document as elements, without its words. */
function elementsOf(xml: string): Element[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignoreDeclaration: true,
  });
  const read = (nodes: Record<string, unknown>[]): Element[] =>
    nodes.flatMap((node) => {
      const name = Object.keys(node).find((key) => key !== ':@') ?? '';
      if (name.startsWith('#')) return [];
      const attributes = (node[':@'] ?? {}) as Record<string, string>;
      return [{ name, attributes, children: read(node[name] as Record<string, unknown>[]) }];
    });
  return read(parser.parse(xml));
}

/** The parts of XLIFF 2.1 core that we write: what each element must and may have, and hold in which order. */
const core: Record<string, { must: string[]; may: string[]; holds: string[] }> = {
  xliff: { must: ['xmlns', 'version', 'srcLang'], may: ['trgLang', 'xml:space'], holds: ['file'] },
  file: {
    must: ['id'],
    may: ['original', 'canResegment', 'translate', 'srcDir', 'trgDir'],
    holds: ['notes', 'unit', 'group'],
  },
  unit: {
    must: ['id'],
    may: ['name', 'canResegment', 'translate'],
    holds: ['notes', 'originalData', 'segment', 'ignorable'],
  },
  notes: { must: [], may: [], holds: ['note'] },
  note: { must: [], may: ['id', 'category', 'priority', 'appliesTo'], holds: [] },
  originalData: { must: [], may: [], holds: ['data'] },
  data: { must: ['id'], may: ['dir', 'xml:space'], holds: [] },
  segment: { must: [], may: ['id', 'state', 'subState', 'canResegment'], holds: ['source', 'target'] },
  source: { must: [], may: ['xml:lang', 'xml:space'], holds: ['ph'] },
  target: { must: [], may: ['xml:lang', 'xml:space', 'order'], holds: ['ph'] },
  ph: {
    must: ['id'],
    may: ['dataRef', 'equiv', 'disp', 'canCopy', 'canDelete', 'canReorder', 'type', 'subType'],
    holds: [],
  },
};

function faultsOf({ name, attributes, children }: Element): string[] {
  const rule = core[name];
  if (!rule) return [`<${name}> is not known`];
  const given = Object.keys(attributes);
  const order = children.map((child) => rule.holds.indexOf(child.name));
  return [
    ...rule.must.filter((one) => !given.includes(one)).map((one) => `<${name}> lacks ${one}`),
    ...given.filter((one) => ![...rule.must, ...rule.may].includes(one)).map((one) => `<${name}> has ${one}`),
    ...(order.some((at, i) => at < 0 || at < (order[i - 1] ?? 0))
      ? [`<${name}> holds its parts in another order`]
      : []),
    ...children.flatMap(faultsOf),
  ];
}

const every = (all: readonly Element[], name: string): Element[] =>
  all.flatMap((one) => [...(one.name === name ? [one] : []), ...every(one.children, name)]);

test('the golden XLIFF has what XLIFF 2.1 core asks for', () => {
  const xml = readFileSync(new URL('spring-panel.xlf', golden), 'utf8');
  expect(XMLValidator.validate(xml)).toBe(true);
  const [root] = elementsOf(xml);
  if (!root) throw new Error('nothing in the file');
  expect(faultsOf(root)).toEqual([]);
  expect(root.attributes).toMatchObject({
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    version: '2.1',
    srcLang: 'en',
    trgLang: 'ur',
  });
  const files = every([root], 'file');
  const units = every([root], 'unit');
  expect([files.length, units.length]).toEqual([1, 7]);
  expect(new Set(units.map(({ attributes }) => attributes.id)).size).toBe(units.length);
  for (const { attributes } of [...files, ...units]) expect(attributes.id).toMatch(/^[\w:.-]+$/);
  for (const unit of units) {
    const [segment] = every([unit], 'segment');
    expect(['initial', 'translated', 'reviewed', 'final']).toContain(segment?.attributes.state);
    expect(segment?.attributes.subState).toMatch(/^earshot:\w+$/);
    const data = every([unit], 'data').map(({ attributes }) => attributes.id);
    for (const part of ['source', 'target']) {
      const codes = every(every([unit], part), 'ph').map(({ attributes }) => attributes);
      expect(new Set(codes.map(({ id }) => id)).size).toBe(codes.length);
      expect(
        codes.every(
          ({ dataRef, canCopy, canDelete }) => data.includes(dataRef) && canCopy === 'no' && canDelete === 'no',
        ),
      ).toBe(true);
    }
  }
});

const odd = [
  '=SUM(A1)',
  "'=1+1",
  '+44',
  '-',
  '@x',
  "'quoted'",
  'a, "b"; c',
  'two\nlines',
  '  spaces  in  it',
  '& < 3 > 2 "x"',
  '\u202bدائیں\u202c',
  '{landlord} and {landlord}',
  '😀',
  '%00',
  '﻿mark',
];

/** A questionnaire of odd words in both languages, the same for the same seed. */
function oddSurvey(seed: number) {
  const random = seededRandom(seed);
  const pick = () => odd[Math.floor(random() * odd.length)] ?? '';
  const holes = (text: string) => (text.match(/\{landlord\}/g) ?? []).length > 0;
  const pair = () => {
    const source = `${pick()} ${pick()}`.trim();
    const target = random() < 0.3 ? '' : `${pick()} ${pick()}`.trim();
    const fits = holes(source) === holes(target);
    return target === '' || !fits ? source : { default: source, ur: target };
  };
  const elements = Array.from({ length: 6 }, (_, index) => ({
    type: 'comment',
    name: `q${index}`,
    title: pair(),
    description: pair(),
  }));
  return { title: pair(), pages: [{ elements }] };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('what went out comes in and changes nothing (%i)', (seed) =>
  withRollback(async (db) => {
    const { out, plan, judge, rows } = await agency(db, oddSurvey(seed));
    const done = (await rows()).filter(({ text }) => text !== '');
    await judge('check', done[0]?.key ?? '');
    await judge('approve', done[1]?.key ?? '');
    for (const kind of ['xliff', 'csv'] as const) {
      expect(await plan(await out(kind))).toMatchObject({ changes: [], faults: [], same: done.length });
    }
  })(),
);

test(
  'a file is checked text by text, then applied: nothing approved is overwritten unless that is asked for',
  withRollback(async (db) => {
    const { out, plan, apply, rows, judge } = await agency(db);
    await judge('approve', 'q.stairs.title');
    const file = (await out('xliff'))
      .replace('<source>Dirty</source>', '<source>Dirty</source><target>گندی</target>')
      .replace('سیڑھیاں کتنی صاف ہیں؟', 'سیڑھیاں صاف ہیں؟')
      .replace(/(<unit id="title"[\s\S]*?state=)"translated"/, '$1"reviewed"');
    const { revision, changes, faults } = await plan(file);
    expect(faults).toEqual([]);
    expect(changes).toMatchObject([
      { key: 'title', where: 'Title', before: 'بہار کا پینل', after: 'بہار کا پینل', from: 'draft', to: 'checked' },
      { key: 'q.stairs.title', from: 'approved', to: 'checked', overApproved: true },
      { key: 'q.stairs.option.dirty', where: 'Question 1, answer 2', before: '', from: 'missing', to: 'machine' },
    ]);
    expect((await apply(file, revision + 1)).status).toBe(409);
    expect(await apply(file, revision)).toMatchObject({ body: { changed: 2, kept: 1, refused: 0 } });
    const status = async (key: string) => (await rows()).find((one) => one.key === key)?.status;
    expect(await status('q.stairs.title')).toBe('approved');
    expect(await status('q.stairs.option.dirty')).toBe('machine');
    expect(await apply(file, revision + 1, true)).toMatchObject({ body: { changed: 1, kept: 0 } });
    expect(await status('q.stairs.title')).toBe('checked');
  }),
);

test(
  'words made from source words that have changed since arrive out of date',
  withRollback(async (db) => {
    const { call, id, out, plan, apply, rows } = await agency(db);
    const file = (await out('csv')).replace('"","missing"', '"مختصر","checked"');
    await call(`PUT /api/v1/questionnaires/${id}/texts`, {
      body: { language: 'en', revision: 1, texts: { 'q.stairs.sms': 'Are the stairs clean?' } },
    });
    const { revision, changes } = await plan(file);
    expect(changes).toMatchObject([{ key: 'q.stairs.sms', to: 'stale', was: 'Stairs?' }]);
    await apply(file, revision);
    expect((await rows()).find(({ key }) => key === 'q.stairs.sms')).toMatchObject({
      status: 'stale',
      was: 'Stairs?',
      text: 'مختصر',
    });
  }),
);

const unit = (id: string, source: string, target: string) =>
  `<unit id="${id}"><segment state="translated"><source>${source}</source><target>${target}</target></segment></unit>`;
const xliff = (units: string, head = 'version="2.1" srcLang="en" trgLang="ur"') =>
  `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${head}><file id="f1">${units}</file></xliff>`;

test.each([
  ['a text there is none of', unit('q.roof.title', 'The roof?', 'چھت؟'), 'There are no such words'],
  ['web page code', unit('q.stairs.option.dirty', 'Dirty', '&lt;b&gt;گندی'), 'web page code'],
  [
    'a lost placeholder',
    unit('intro', '{landlord} asks you &amp; your neighbours.', 'پوچھتا ہے'),
    '{landlord} is in the source',
  ],
  ['a reserved word as an answer', unit('q.stairs.option.dirty', 'Dirty', 'STOP'), 'does something else by text'],
  ['the same text twice', unit('title', 'Spring panel', 'الف').repeat(2), 'more than once'],
  ['too many letters', unit('title', 'Spring panel', 'x'.repeat(2001)), 'at most 2000'],
])('%s is listed and not taken', (_name, units, sentence) =>
  withRollback(async (db) => {
    const { plan } = await agency(db);
    const { changes, faults } = await plan(xliff(units));
    expect(changes).toEqual([]);
    expect(faults).toMatchObject([{ sentence: expect.stringContaining(sentence) }]);
  })(),
);

test.each([
  ['another language', xliff('', 'version="2.1" srcLang="en" trgLang="pl"'), 'This file is in "pl"'],
  ['another source', xliff('', 'version="2.1" srcLang="fr" trgLang="ur"'), 'translated from "fr"'],
  ['an older XLIFF', xliff('', 'version="1.2"'), 'This is XLIFF 1.2'],
  ['another kind of XML', '<html><body/></html>', 'This is not XLIFF'],
  ['XML that brings its own words', `<!DOCTYPE x [<!ENTITY a "b">]>${xliff('')}`, 'DOCTYPE'],
  [
    'XML as deep as nobody writes it',
    xliff(`${'<group id="g">'.repeat(5000)}${'</group>'.repeat(5000)}`),
    'not whole XML',
  ],
  ['XML that was cut off', xliff('').slice(0, -10), 'not whole XML'],
  ['a spreadsheet without its columns', 'name,words\r\na,b\r\n', 'There is no column "key", "source", "target"'],
  ['a spreadsheet in another language', 'key,source (en),target (cy)\r\n', 'This file is in "cy"'],
  ['an open quotation mark', 'key,source,target\r\n"title,Spring panel,x\r\n', 'not closed'],
  ['more texts than any questionnaire has', `key,source,target\r\n${'a,b,c\r\n'.repeat(2001)}`, 'more than 2000'],
  ['an empty file', '', 'There is no column'],
])('%s is refused in words', (_name, file, sentence) =>
  withRollback(async (db) => {
    const { check } = await agency(db);
    expect(await check(file)).toMatchObject({
      status: 400,
      body: { faults: [{ message: expect.stringContaining(sentence) }] },
    });
  })(),
);

test(
  'letters of another encoding are refused, not lost',
  withRollback(async (db) => {
    const { check } = await agency(db);
    const latin = Uint8Array.from(
      Buffer.from('key,source,target\r\ntitle,Spring panel,Panel y gwanwyn \xe2\r\n', 'latin1'),
    );
    expect(await check(latin)).toMatchObject({ body: { faults: [{ message: expect.stringContaining('CSV UTF-8') }] } });
  }),
);

test(
  'what tools do to a file is read through: parts of a text, groups, marks, numbers for letters',
  withRollback(async (db) => {
    const { plan } = await agency(db);
    const parts = `<group id="g1"><unit id="intro"><originalData><data id="d1">{landlord}</data></originalData>
      <segment state="final"><source><ph id="1" dataRef="d1"/> asks you &amp; </source><target><ph id="1" dataRef="d1"/> &#1570;&#x67E; </target></segment>
      <segment state="translated"><source>your neighbours.</source><target><mrk id="m1" translate="yes"><![CDATA[سے پوچھتا]]></mrk> ہے</target></segment>
    </unit></group>`;
    expect(
      (await plan(xliff(parts.replaceAll(/>\s+</g, '><'), 'version="2.0" srcLang="en-GB" trgLang="ur-PK"'))).changes,
    ).toMatchObject([{ key: 'intro', after: '{landlord} آپ سے پوچھتا ہے', to: 'draft', was: null }]);
  }),
);

test(
  'half of a text that a tool cut in two is no translation',
  withRollback(async (db) => {
    const { plan } = await agency(db);
    const half =
      '<unit id="q.stairs.option.dirty"><segment state="translated"><source>Di</source><target>گن</target></segment><segment><source>rty</source></segment></unit>';
    expect(await plan(xliff(half))).toMatchObject({ changes: [], faults: [], empty: 1 });
  }),
);
