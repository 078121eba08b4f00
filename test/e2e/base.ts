import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, test as basis, expect, type Page, chromium as playwright } from '@playwright/test';
import { chromium } from '../support/chromium.ts';
import { type RunningServer, type SignIn, signInsOf, startServer } from '../support/server.ts';

interface Workers {
  /** The product as `npm start` runs it, with the demo landlord; one for all tests. */
  server: RunningServer;
  /** Who may sign in to the demo, by role. */
  staff: Record<string, SignIn>;
}

/** The test of every journey: pages are relative to a server that was started for them. */
export const test = basis.extend<object, Workers & { browser: Browser }>({
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
});

/** Fails on anything axe finds wrong with the page as it stands (WCAG 2.2 AA and best practice). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

/** A phone of the smallest size we promise. */
export const phone = { width: 320, height: 640 };

export { expect };
