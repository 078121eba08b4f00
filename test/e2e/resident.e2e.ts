import { answerAll, said } from './answers.ts';
import { expect, expectAccessible, expectAccessibleWithoutScript, type Page, test } from './base.ts';

/** Opens the newest practice email with these words in its subject, and gives the address of the survey in it. */
async function surveyLink(staffPage: Page, subject: string | RegExp): Promise<string> {
  await staffPage.getByRole('link', { name: 'Practice' }).click();
  await expect(staffPage.getByRole('heading', { level: 1 })).toHaveText('Practice inbox');
  await staffPage.locator('summary').filter({ hasText: subject }).first().click();
  const mail = staffPage.frameLocator('iframe[title^="Email:"]');
  const link = mail.locator('a[href*="/s/"]').first();
  await expect(link).toBeVisible();
  await expectAccessible(staffPage);
  return (await link.getAttribute('href')) ?? '';
}

test('a resident answers in English on a phone', async ({ as, onPhone }) => {
  const address = await surveyLink(await as('officer'), /^Still time to have your say/);
  const page = await onPhone();
  await page.goto(address);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await answerAll(page, async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(page);
  });
});

test('a resident answers in Urdu on a phone that runs no script', async ({ as, onPhone }) => {
  const address = await surveyLink(await as('officer'), /اپنی بات/);
  const page = await onPhone({ script: false });
  await page.goto(address);
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'ur');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await answerAll(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[^a-z]*\p{Script=Arabic}/u);
    await expectAccessibleWithoutScript(page);
  });
});

test('a resident answers by text', async ({ as }) => {
  const page = await as('officer');
  await page.getByRole('link', { name: 'Practice' }).click();
  await page.getByRole('link', { name: 'Practice phone' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Practice phone');
  await expectAccessible(page);
  const reminded = page.getByRole('row').filter({ hasText: /your views count\. 8 quick questions/ });
  await reminded.first().getByRole('link').click();
  const texts = page.getByRole('list', { name: 'Conversation' }).getByRole('listitem');
  const send = async (words: string, reply: RegExp) => {
    const before = await texts.count();
    await page.getByLabel(/^Text as/).fill(words);
    await page.getByLabel(/^Text as/).press('Enter');
    await expect(texts).toHaveCount(before + 2);
    await expect(texts.last()).toHaveText(reply);
  };
  await expect(texts.last()).toContainText('To start, reply 1');
  await expectAccessible(page);
  await send('1', /Q1 of 8/);
  await send('banana', /Sorry, we could not tell which answer you meant/);
  for (const [index, answer] of said.slice(0, -1).entries())
    await send(String(answer), new RegExp(`Q${index + 2} of 8`));
  await send('The lift is often broken', /Thank you, we have that/);
  await send('DONE', /all your answers are in/);
  await expectAccessible(page);
});
