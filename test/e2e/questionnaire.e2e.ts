import type { SignIn } from '../support/server.ts';
import { expect, type Page, test } from './base.ts';
import { pick, pickRadio, press, tabTo, write } from './keyboard.ts';

const desktop = { width: 1280, height: 900 };
const name = 'Stairs and landings';

const button = (page: Page, called: string | RegExp) => page.getByRole('button', { name: called, exact: true });
const link = (page: Page, called: string) => page.getByRole('main').getByRole('link', { name: called, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const saved = (page: Page) => expect(page.getByText(/^Saved \d/).first()).toBeVisible();

/** What the API says of the questionnaire that is open. */
async function seen(page: Page) {
  const [, id] = /questionnaires\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
  const answer = await page.request.get(`/api/v1/questionnaires/${id}`);
  expect(answer.ok()).toBe(true);
  return answer.json();
}

/** Signs in and starts an empty questionnaire. */
async function start(page: Page, { email, password }: SignIn): Promise<void> {
  await page.goto('/console');
  await write(page, page.getByLabel('Email address'), email);
  await write(page, page.getByLabel('Password'), password);
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Questionnaires' }));
  await press(page, link(page, 'New questionnaire'));
  await pickRadio(page, page.getByRole('radiogroup', { name: 'Start from' }), 'Nothing: write your own');
  await write(page, page.getByLabel('Name of the questionnaire'), name);
  await press(page, button(page, 'Start the questionnaire'));
  await expect(heading(page)).toHaveText(name);
}

interface Asked {
  kind: string;
  title: string;
  scale?: RegExp;
  answers?: readonly string[];
}

/** Adds a question at the end, by the button under the list. */
async function add(page: Page, { kind, title, scale, answers }: Asked): Promise<void> {
  await press(page, button(page, 'Add a question'));
  await pick(page, page.getByLabel('Kind'), kind);
  await write(page, page.getByLabel('What you ask'), title);
  if (scale) await pick(page, page.getByLabel('A standard scale'), scale);
  if (answers) await write(page, page.getByLabel('Answers', { exact: true }), answers.join('\n'));
  const where = page.getByLabel('Where');
  if (await where.isVisible()) await pick(page, where, (await where.locator('option').allTextContents()).at(-1) ?? '');
  await press(page, button(page, 'Add the question'));
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

const satisfied = 'How satisfied are you with the stairs?';
const dirty = 'What needs to be cleaned?';
const score = 'How clean are the stairs, from 0 to 10?';
const told = 'Did you tell us?';
const when = 'When did you tell us?';
const better = 'What should we do better?';

/** Six questions of six kinds, the fifth asked only of those who said yes to the fourth. */
async function writeSix(page: Page): Promise<void> {
  await write(page, page.getByLabel('Title of the questionnaire'), 'Your stairs');
  await add(page, { kind: 'One choice', title: satisfied, scale: /^Very satisfied … Very dissatisfied/ });
  // A word that ends all texts, and letters that only look like letters.
  await add(page, { kind: 'Several choices', title: dirty, answers: ['Stairs', '𝘞𝘪𝘯𝘥𝘰𝘸𝘴', 'Stop'] });
  await add(page, { kind: 'A number on a scale', title: score });
  await add(page, { kind: 'Yes or no', title: told });
  await add(page, { kind: 'One choice', title: when, answers: ['This week', 'Before'] });
  await pickRadio(page, page.getByRole('group', { name: 'Who is asked this' }), 'Only some, by an earlier answer');
  await expect(page.getByLabel('Ask only if').locator('option:checked')).toHaveText(`4 ${told}`);
  await expect(page.getByRole('checkbox', { name: 'Yes' }).first()).toBeChecked();
  await add(page, { kind: 'In their own words', title: better });
  await saved(page);
}

const titles = async (page: Page) =>
  (await page.locator('.builder-rows .builder-name').allTextContents()).map((one) => one.replace(/^\d+\s*/, ''));

/** Moves, undoes, does again; what would break a branch is refused with its reason. */
async function reorder(page: Page): Promise<void> {
  const asWritten = [satisfied, dirty, score, told, when, better];
  const moved = [satisfied, score, dirty, told, when, better];
  expect(await titles(page)).toEqual(asWritten);
  await press(page, button(page, `Move ${score} up`));
  expect(await titles(page)).toEqual(moved);
  await expect(button(page, `Move ${score} up`)).toBeFocused();
  await press(page, button(page, 'Undo'));
  expect(await titles(page)).toEqual(asWritten);
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  expect(await titles(page)).toEqual(moved);
  await press(page, button(page, `Move ${when} up`));
  await expect(page.getByRole('alert')).toContainText('is asked only because of an answer');
  await press(page, button(page, 'Leave it as it is'));
  expect(await titles(page)).toEqual(moved);
  await saved(page);
}

/** Finds both planted faults in the list, and mends one by hand and one by its button. */
async function mend(page: Page): Promise<void> {
  const faults = page.getByRole('region', { name: '2 things to fix before publishing' });
  await expect(faults.getByRole('listitem')).toHaveCount(2);
  const reserved = faults.getByRole('listitem').filter({ hasText: 'offers "Stop"' });
  await press(page, reserved.getByRole('button', { name: 'Show me' }));
  await expect(page.getByRole('heading', { name: dirty })).toBeVisible();
  await write(page, page.getByLabel('Answer 3'), 'Floor');
  await expect(page.getByRole('region', { name: '1 thing to fix before publishing' })).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Use plain letters' }));
  await expect(page.getByLabel('Answer 2')).toHaveValue('Windows');
  await expect(page.getByRole('region', { name: 'to fix before publishing' })).toHaveCount(0);
  await saved(page);
  const { questions, texts } = await seen(page);
  expect(questions.map(({ kind }: { kind: string }) => kind)).toEqual([
    'single',
    'scale',
    'multiple',
    'yes_no',
    'single',
    'text',
  ]);
  expect(Object.values(texts.en)).toEqual(expect.arrayContaining([dirty, 'Stairs', 'Windows', 'Floor']));
}

const welsh: Readonly<Record<string, string>> = {
  'Your stairs': 'Eich grisiau',
  [satisfied]: "Pa mor fodlon ydych chi gyda'r grisiau?",
  [dirty]: 'Beth sydd angen ei lanhau?',
  Stairs: 'Grisiau',
  Windows: 'Ffenestri',
  Floor: 'Llawr',
  [score]: "Pa mor lân yw'r grisiau, o 0 i 10?",
  [told]: 'Wnaethoch chi ddweud wrthym?',
  [when]: 'Pryd wnaethoch chi ddweud wrthym?',
  'This week': 'Yr wythnos hon',
  Before: 'Cyn hynny',
  [better]: 'Beth ddylem ei wneud yn well?',
};

/** The source words beside the box that has focus. */
const sourceHere = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.closest('.translation-row')?.querySelector('.row-source')?.textContent ?? '',
  );

/** Adds Welsh and writes what the bank does not have, going from one missing text to the next. */
async function translate(page: Page): Promise<void> {
  await press(page, link(page, 'Languages'));
  await press(page, button(page, 'Add Welsh'));
  await expect(heading(page)).toHaveText(`${name} in Welsh`);
  const missing = page.locator('.translation-row').filter({ has: page.getByText('Missing', { exact: true }) });
  const left = Object.keys(welsh).length;
  await expect(missing).toHaveCount(left);
  await tabTo(page, missing.first().locator('.translation-box'));
  for (let row = left; row > 0; row -= 1) {
    const source = await sourceHere(page);
    await page.keyboard.insertText(welsh[source] ?? `?${source}`);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect.poll(() => sourceHere(page)).not.toBe(source);
  }
  await saved(page);
  const { texts } = await seen(page);
  expect(Object.values(texts.cy)).toEqual(expect.arrayContaining(Object.values(welsh)));
  // From the bank, with the standard scale.
  expect(Object.values(texts.cy)).toContain('Bodlon iawn');
}

/** Large print in the preview of the builder, in Welsh. */
async function seeLargePrint(page: Page): Promise<void> {
  await press(page, link(page, 'All languages'));
  await press(page, link(page, `Back to ${name}`));
  await press(page, button(page, 'What the resident gets'));
  await press(page, button(page, 'Letter'));
  const pages = page.getByRole('list', { name: 'The letter and its form, page by page' }).getByRole('listitem');
  await expect(pages.first()).toBeVisible();
  const inSmall = await pages.count();
  await pick(page, page.getByLabel('Print size'), 'Large print, 18 point');
  await expect.poll(() => pages.count()).toBeGreaterThan(inSmall);
  await press(page, button(page, 'Phone page'));
  await pick(page, page.getByLabel('In', { exact: true }), 'Cymraeg');
  await expect(page.frameLocator('iframe').getByText(welsh[satisfied] ?? '')).toBeVisible();
}

/** Every way in which residents are asked. */
async function seeAllWays(page: Page): Promise<void> {
  await press(page, link(page, 'Show all ways'));
  await expect(heading(page)).toHaveText(`What residents get: ${name}`);
  await pick(page, page.getByLabel('In', { exact: true }), 'English');
  const texts = page.getByRole('list', { name: 'The texts in order' }).getByRole('listitem');
  await expect(texts).toHaveCount(8);
  await expect(texts.filter({ hasText: `${score}` })).toContainText(/Q2 of 6\. .*1 part, £0\.0\d/s);
  await expect(page.getByText(/^In all 8 texts, \d+ parts, £\d/)).toBeVisible();
  await expect(page.frameLocator('iframe[title^="The page"]').getByText(satisfied)).toBeVisible();
  await expect(page.getByRole('img', { name: /^Page 1 of/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Telephone' })).toContainText('Please choose one of these.');
  await expect(page.getByText(/^Subject: .*6 questions/)).toBeVisible();
  await press(page, button(page, 'Large screen form'));
  const wide = page.frameLocator('iframe[title*="large screen"]');
  await expect(wide.locator('.asked').getByText(satisfied)).toBeVisible();
  await press(page, link(page, 'Practise'));
}

/** One answer by the telephone, which is not kept. */
async function practise(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText(`Practise: ${name}`);
  await pick(page, page.getByLabel('Answer by'), 'Telephone');
  await write(page, page.getByLabel('Answer to question 1'), '2');
  await page.keyboard.press('Enter');
  await press(page, page.locator('summary').filter({ hasText: 'What would be recorded so far' }));
  await expect(page.getByRole('row').filter({ hasText: satisfied })).toContainText('Fairly satisfied');
  await press(page, link(page, 'Back to the questionnaire'));
}

async function publish(page: Page): Promise<void> {
  await press(page, button(page, 'Check and publish'));
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }));
  await expect(page.getByText('Version 1', { exact: true })).toBeVisible();
  const { version, changed } = await seen(page);
  expect([version.number, changed]).toEqual([1, false]);
}

async function approve(page: Page): Promise<void> {
  await press(page, link(page, 'Languages'));
  await press(page, link(page, 'Welsh'));
  await press(page, page.getByRole('button', { name: 'Approve 17 texts' }).first());
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Approve 17 texts' }));
  await expect(page.getByText('Every text is approved: residents get Welsh now.').last()).toBeVisible();
  const { editions } = await seen(page);
  expect(editions.map(({ language, status }: Record<string, string>) => [language, status])).toEqual([
    ['en', 'approved'],
    ['cy', 'approved'],
  ]);
}

test('by keyboard alone an officer writes six questions in two languages and large print, mends, looks and publishes', async ({
  page,
  staff,
}) => {
  // As long as five journeys: it writes a questionnaire from its first word to its approval.
  test.setTimeout(150_000);
  await page.setViewportSize(desktop);
  if (staff.officer) await start(page, staff.officer);
  await writeSix(page);
  await reorder(page);
  await mend(page);
  await translate(page);
  await seeLargePrint(page);
  await seeAllWays(page);
  await practise(page);
  await publish(page);
  await approve(page);
});
