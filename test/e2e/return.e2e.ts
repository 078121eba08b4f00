import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, type Page, test } from './base.ts';

const wave = "People's Panel, this quarter";

/** How many answered this wave, as its results say it. */
async function answeredOf(page: Page): Promise<number> {
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Results' }).click();
  await page.getByLabel('Wave').selectOption({ label: `${wave} (In the field)` });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Results of ${wave}`);
  const words = await page.getByText(/^[\d,]+ of [\d,]+ people answered/).textContent();
  return Number(words?.split(' ')[0]?.replace(',', ''));
}

/** A code as a resident reads it in a practice email, in groups of four. */
async function codeOfReminder(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Practice' }).click();
  await page
    .locator('summary')
    .filter({ hasText: /^Still time to have your say/ })
    .last()
    .click();
  const words = await page.frameLocator('iframe[title^="Email:"]').getByText(/type/).textContent();
  return /\d{4} \d{4} \d{4}/.exec(words ?? '')?.[0] ?? '';
}

test('a paper return is keyed, and the analyst sees the number and downloads it', async ({ as }) => {
  const analyst = await as('analyst');
  const before = await answeredOf(analyst);
  await expectAccessible(analyst);

  const keyer = await as('interviewer');
  const code = await codeOfReminder(keyer);
  await keyer.getByRole('link', { name: 'Keying' }).click();
  await expectAccessible(keyer);
  await keyer.keyboard.type(code);
  await keyer.keyboard.press('Enter');
  await expect(keyer.getByRole('heading', { level: 2 })).toContainText(wave);
  await expectAccessible(keyer);
  for (const [index, typed] of ['2', '1', '1,3', '1', '2', '8', '-', 'The lift is often broken'].entries()) {
    await expect(keyer.getByLabel(new RegExp(`question ${index + 1}\\b`))).toBeFocused();
    await keyer.keyboard.type(typed);
    await keyer.keyboard.press('Enter');
  }
  await expect(keyer.getByRole('button', { name: 'Finish (Enter)' })).toBeFocused();
  await expectAccessible(keyer);
  await keyer.keyboard.press('Enter');
  await expect(keyer.getByLabel('Code')).toBeFocused();
  await expectAccessible(keyer);

  await analyst.reload();
  expect(await answeredOf(analyst)).toBe(before + 1);
  const [results] = await Promise.all([
    analyst.waitForEvent('download'),
    analyst.getByRole('link', { name: 'Download results' }).click(),
  ]);
  expect(await readFile(await results.path(), 'utf8')).toContain(String(before + 1));
  const [responses] = await Promise.all([
    analyst.waitForEvent('download'),
    analyst.getByRole('link', { name: 'Download responses' }).click(),
  ]);
  const lines = (await readFile(await responses.path(), 'utf8')).trim().split('\r\n');
  expect(lines.length).toBe(before + 2);
  await expectAccessible(analyst);
});
