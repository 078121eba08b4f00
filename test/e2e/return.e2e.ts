import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, type Page, test } from './base.ts';
import { openUnanswered } from './inbox.ts';

const wave = "People's Panel, this quarter";

/** What the results say: how many answered the wave, and the overall satisfaction with how many answers it rests on. */
async function numbersOf(page: Page): Promise<{ answered: number; satisfied: string; base: number }> {
  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Results' }).click();
  await page.getByLabel('Wave', { exact: true }).selectOption({ label: `${wave} (In the field)` });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Results of ${wave}`);
  const answered = await page.getByText(/^\d+ of \d+ people answered/).textContent();
  const overall = page.getByRole('region', { name: /^2\. Taking everything into account/ }).getByRole('paragraph');
  const found = /All: ([\d.]+)% .*, (\d+) answers/.exec((await overall.first().textContent()) ?? '');
  return { answered: Number.parseInt(answered ?? '', 10), satisfied: found?.[1] ?? '', base: Number(found?.[2]) };
}

/** What is in the file behind a link of the results. */
async function downloaded(page: Page, name: string): Promise<string> {
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  return readFile(await (await file).path(), 'utf8');
}

test('a paper return is keyed, and the analyst sees the number and downloads it', async ({ as }) => {
  const analyst = await as('analyst');
  const before = await numbersOf(analyst);
  await expectAccessible(analyst);

  const keyer = await as('interviewer');
  const { words } = await openUnanswered(keyer, 'Still time to have your say', 'en');
  const code = /\d{4} \d{4} \d{4}/.exec(words)?.[0] ?? '';
  await keyer.getByRole('link', { name: 'Keying' }).click();
  await expect(keyer.getByLabel('Code')).toBeFocused();
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
  await keyer.keyboard.type(code);
  await keyer.keyboard.press('Enter');
  await expect(keyer.getByRole('button', { name: 'Go through it again' })).toBeFocused();
  await keyer.keyboard.press('Enter');
  await expect(keyer.getByLabel(/question 1\b/)).toBeFocused();

  await analyst.reload();
  const after = await numbersOf(analyst);
  expect(after).toMatchObject({ answered: before.answered + 1, base: before.base + 1 });
  await expectAccessible(analyst);
  const results = await downloaded(analyst, 'Download results');
  expect(results).toMatch(new RegExp(`,TP01,.*,All,measure,${Number(after.satisfied)},%,.*,${after.base},`));
  const responses = await downloaded(analyst, 'Download responses');
  expect(responses).toContain('The lift is often broken');
  expect(
    responses
      .trim()
      .split('\r\n')
      .filter((line) => line.includes('paper')),
  ).toHaveLength(1);
});
