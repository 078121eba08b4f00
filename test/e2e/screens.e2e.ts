import type { Browser, FrameLocator } from '@playwright/test';
import { expect, expectAccessible, type Page, phone, test } from './base.ts';
import { openUnanswered } from './inbox.ts';

const desktop = { width: 1280, height: 900 };
const english = 'Still time to have your say';

/** The form of large screens stands where the page's own did. */
const formOf = (page: Page) => page.locator('.asked');
const save = (page: Page, name = 'Save and continue') => page.getByRole('button', { name });

/** A page whose requests for the form are counted. */
async function opened(browser: Browser, address: string, how: { viewport: typeof desktop; saveData?: boolean }) {
  const context = await browser.newContext({ viewport: how.viewport });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => /\/assets\/form-|\/form$/.test(request.url()) && asked.push(request.url()));
  if (how.saveData)
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
    );
  await page.goto(address);
  return { page, asked };
}

test('a large screen gets its form, which saves to the one response, and a phone goes on without it', async ({
  as,
  browser,
}) => {
  const { address } = await openUnanswered(await as('officer'), english, 'en');
  const large = await opened(browser, address, { viewport: desktop });
  const { page } = large;
  const violations: string[] = [];
  page.on('console', (message) => message.text().includes('Content Security') && violations.push(message.text()));
  await expect(formOf(page)).toBeVisible();
  await expect(page).toHaveTitle(/^Question 1 of up to 8: How clean/);
  await expectAccessible(page);
  await save(page).click();
  await expect(page).toHaveTitle(/^Error: Question 1/);
  await expect(page.getByText('There is a problem')).toBeVisible();
  await expect(page.locator('.box.bad')).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('radio', { name: '2 Clean' }).check();
  await save(page).click();
  await expect(page).toHaveTitle(/^Question 2/);
  await expect(formOf(page)).toBeVisible();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('radio', { name: '2 Clean' })).toBeChecked();
  await save(page).click();
  await page.route(address, (route) => route.abort(), { times: 1 });
  await page.getByRole('radio', { name: '1 Very satisfied' }).check();
  await save(page).click();
  await expect(page.getByRole('status')).toHaveText(/^Not saved yet/);
  await expect(page).toHaveTitle(/^Question 3/);
  expect(violations).toEqual([]);
  expect(large.asked.length).toBe(2);

  const small = await opened(browser, address, { viewport: phone });
  await expect(small.page).toHaveTitle(/^Question 3/);
  await expect(small.page.getByText('Your first 2 answers are safe')).toBeVisible();
  expect(small.asked).toEqual([]);
  // What is begun goes on with the page, on every screen.
  await page.reload();
  await expect(page).toHaveTitle(/^Question 3/);
  await expect(page.locator('form#answer')).toBeVisible();
  expect(large.asked.length).toBe(2);
  await page.context().close();
  await small.page.context().close();
});

test('a phone, a large screen that saves data, and one the form does not reach are asked by the page', async ({
  as,
  browser,
}) => {
  const { address } = await openUnanswered(await as('officer'), english, 'en');
  const small = await opened(browser, address, { viewport: phone });
  const saving = await opened(browser, address, { viewport: desktop, saveData: true });
  for (const { page, asked } of [small, saving]) {
    await page.waitForLoadState('networkidle');
    await expect(page.locator('form#answer')).toBeVisible();
    expect(asked).toEqual([]);
    await page.context().close();
  }
  const context = await browser.newContext({ viewport: desktop });
  await context.route('**/assets/form-*', (route) => route.abort());
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('radio', { name: '1 Very clean' }).check();
  await save(page).click();
  await expect(page).toHaveTitle(/^Question 2/);
  await context.close();
});

test('in Urdu the form runs from the right, with and without what is wrong', async ({ as, browser }) => {
  const { address } = await openUnanswered(await as('officer'), english, 'en');
  const { page } = await opened(browser, address, { viewport: desktop });
  await page.getByText('Language: English').click();
  await page.getByRole('button', { name: 'اردو' }).click();
  await expect(page.locator('.asked[dir=rtl][lang=ur]')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'محفوظ کریں اور آگے بڑھیں' }).click();
  const fault = page.locator('.asked .fault').first();
  await expect(fault).toBeVisible();
  const [said, heading] = await Promise.all(
    [fault.locator('span').last(), page.getByRole('heading', { level: 1 })].map((one) => one.boundingBox()),
  );
  const rightOf = (box: { x: number; width: number } | null | undefined) =>
    Math.round((box?.x ?? 0) + (box?.width ?? 0));
  expect(rightOf(said)).toBe(rightOf(heading));
  await expectAccessible(page);
  await page.context().close();
});

/** Goes to a practice from the questionnaire, as an officer would. */
async function practise(page: Page, way: string): Promise<FrameLocator> {
  await page.getByRole('link', { name: 'Questionnaires' }).click();
  await page.getByRole('link', { name: "People's Panel, every quarter" }).first().click();
  await page.getByRole('button', { name: 'What the resident gets' }).click();
  await page.getByRole('link', { name: 'Practise' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Practise:/);
  await page.getByLabel('Answer by').selectOption(way);
  return page.frameLocator('iframe');
}

test('a draft is practised by email and web, by text, and by keys, and says what was not kept', async ({ as }) => {
  const page = await as('officer');
  const frame = await practise(page, 'Email');
  await expect(frame.getByRole('link', { name: 'Answer now' })).toBeVisible();
  await page.getByRole('button', { name: 'Open the survey from its link' }).click();
  await expect(frame.getByText('Question 1 of up to 8')).toBeVisible();
  await frame.getByRole('button', { name: 'Save and continue' }).click();
  await expect(frame.getByText('There is a problem')).toBeVisible();
  await expectAccessible(page);
  await frame.getByRole('radio', { name: '2 Clean' }).check();
  await frame.getByRole('button', { name: 'Save and continue' }).click();
  await frame.getByRole('link', { name: 'Back' }).click();
  await expect(frame.getByRole('radio', { name: '2 Clean' })).toBeChecked();
  await frame.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByLabel('Answer by').selectOption('Telephone');
  await expect(page.getByRole('heading', { name: 'Read out' })).toBeVisible();
  await expectAccessible(page);
  for (const [at, keys] of ['1', '1 3', '2'].entries()) {
    await page.getByLabel(`Answer to question ${at + 2}`).fill(keys);
    await page.keyboard.press('Enter');
  }
  await page.getByLabel('Answer by').selectOption('Paper');
  await page.getByLabel('Answer to question 6').fill('8');
  await page.keyboard.press('Enter');
  await page.getByLabel('Answer to question 7').fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Question 8 of 8')).toBeVisible();
  await page.getByLabel('Answer by').selectOption('Text');
  const texts = page.getByRole('list', { name: 'Texts with the landlord' }).getByRole('listitem');
  const reply = async (words: string, answer: RegExp) => {
    await page.getByLabel('Reply as the resident').fill(words);
    await page.keyboard.press('Enter');
    await expect(texts.last()).toHaveText(answer);
  };
  await expect(texts.first()).toContainText('Reply 1 to start');
  await reply('The lift is often broken', /Thank you, we have that/);
  await reply('DONE', /all your answers are in/);
  await expect(page.getByRole('heading', { name: 'Your answers, which were not kept' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'The lift is often broken' })).toContainText('text');
  await expect(page.getByRole('row').filter({ hasText: '2 Clean' })).toContainText('web');
  await expectAccessible(page);
});

test('everything residents get of a draft stands side by side, and one way at a time on a small screen', async ({
  as,
}) => {
  const page = await as('officer');
  await page.setViewportSize({ width: 1600, height: 1000 });
  await practise(page, 'Web page');
  await page.getByRole('link', { name: 'Back to the questionnaire' }).click();
  await page.getByRole('button', { name: 'What the resident gets' }).click();
  await page.getByRole('link', { name: 'Show all ways' }).click();
  for (const name of ['Texts', 'Phone page', 'Letter', 'Telephone', 'Email'])
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await page.getByLabel('In', { exact: true }).selectOption('اردو');
  await expect(page.getByRole('list', { name: 'The texts in order' })).toContainText('سوال');
  await expect(page.getByRole('img', { name: /^Page 1 of/ })).toBeVisible();
  await expect(page.frameLocator('iframe[title^="The page"]').locator('html')).toHaveAttribute('dir', 'rtl');
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expect(page.getByRole('heading', { name: 'Letter', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Texts' }).click();
  await expectAccessible(page);
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(phone.width);
});
