import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  test as basis,
  expect,
  type Page,
  chromium as playwright,
} from '@playwright/test';
import { chromium } from '../support/chromium.ts';
import { type RunningServer, type SignIn, signInsOf, startServer } from '../support/server.ts';

type Role = 'officer' | 'analyst' | 'interviewer' | 'administrator';

interface Workers {
  /** The product as `npm start` runs it, with the demo landlord; one for all tests. */
  server: RunningServer;
  /** Who may sign in to the demo, by role. */
  staff: Record<string, SignIn>;
  /** The cookies of those who have signed in, by role. */
  signedIn: Map<Role, Awaited<ReturnType<BrowserContext['storageState']>>>;
}

interface Tests {
  /** A page at the console of somebody signed in: by the form the first time, as whoever stayed signed in afterwards. */
  as: (role: Role) => Promise<Page>;
  /** A resident's page on the smallest phone, with or without script. */
  onPhone: (how?: { script: boolean }) => Promise<Page>;
}

/** A phone of the smallest size we promise. */
export const phone = { width: 320, height: 640 };

/** Signs in by the form, wherever in the console one is. */
export async function signIn(page: Page, { email, password }: SignIn): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main menu' })).toBeVisible();
}

/** The test of every journey: pages are relative to a server that was started for them. */
export const test = basis.extend<Tests, Workers & { browser: Browser }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  staff: [
    async ({ server }, use) => use(Object.fromEntries(signInsOf(server).map((person) => [person.role, person]))),
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  signedIn: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const browser = await playwright.launch(await chromium());
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
  as: async ({ browser, baseURL, staff, signedIn }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role) => {
      const context = await browser.newContext({ baseURL, storageState: signedIn.get(role) });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto('/console');
      const person = staff[role];
      if (!signedIn.has(role) && person) await signIn(page, person);
      signedIn.set(role, await context.storageState());
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
      return page;
    });
    for (const context of contexts) await context.close();
  },
  onPhone: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async ({ script } = { script: true }) => {
      const context = await browser.newContext({ baseURL, viewport: phone, javaScriptEnabled: script });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/** Rules of a whole page, which axe itself does not ask of what stands in a frame. */
const pageRules = ['landmark-one-main', 'page-has-heading-one', 'region'];

/** Axe in its short form: to hand a page the long one took twice as long. */
const axeSource = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Brings axe where it is not yet. Once for all looks at one document: it came twice for each look, which took 0.6 of its 0.8 seconds. */
async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
}

/** What axe finds wrong (WCAG 2.2 AA and best practice), a line each. Frames are looked at apart: no script runs in ours. */
async function faultsOf(page: Page, except: string[] = []): Promise<string[]> {
  await bringAxe(page);
  const axe = new AxeBuilder({ page, axeSource: ';' }).exclude('iframe');
  // All that is right would be described too, which takes a large page twice as long.
  axe.options({ resultTypes: ['violations'] }).disableRules(except);
  // The older way, because no frame is to be gone into: it opens no page of its own for what it found.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** A page that reads the markup of others; one for all, because opening one takes long. */
let reader: Page | null = null;

/** The same for markup: for pages where no script runs, and for what stands in a frame. */
async function faultsOfMarkup(near: Page, markup: string, except: string[] = []): Promise<string[]> {
  const browser = near.context().browser();
  reader ??= (await browser?.newPage()) ?? null;
  if (reader === null) throw new Error('The browser is gone.');
  await reader.setViewportSize(near.viewportSize() ?? phone);
  await reader.setContent(markup);
  return faultsOf(reader, except);
}

/** Fails on anything axe finds wrong with the page as it stands, or with what its frames show. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const frames = await page
    .locator('iframe[srcdoc]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('srcdoc')));
  const faults = await faultsOf(page);
  for (const markup of frames) faults.push(...(await faultsOfMarkup(page, markup ?? '', pageRules)));
  expect(faults).toEqual([]);
}

/** Fails on anything axe finds wrong with a page that runs no script. */
export async function expectAccessibleWithoutScript(page: Page): Promise<void> {
  expect(await faultsOfMarkup(page, await page.content())).toEqual([]);
}

export { expect, type Page };
