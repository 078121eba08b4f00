import { answerAll, said } from './answers.ts';
import { expect, expectAccessible, expectAccessibleWithoutScript, phone, test } from './base.ts';
import { isUnanswered, openUnanswered } from './inbox.ts';

const languages = [
  { name: 'English', lang: 'en', dir: 'ltr', subject: 'Still time to have your say', letters: /\p{Script=Latin}/u },
  { name: 'Urdu', lang: 'ur', dir: 'rtl', subject: 'اپنی بات کہنے کا وقت', letters: /\p{Script=Arabic}/u },
] as const;

for (const { name, lang, dir, subject, letters } of languages)
  for (const script of [true, false])
    test(`a resident answers in ${name} on a phone ${script ? 'with' : 'without'} script`, async ({ as, onPhone }) => {
      const officer = await as('officer');
      const { address } = await openUnanswered(officer, subject, lang);
      await expectAccessible(officer);
      const page = await onPhone({ script });
      await page.goto(address);
      await expect(page.locator(`html[lang=${lang}][dir=${dir}]`)).toHaveCount(1);
      await answerAll(page, async () => {
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(letters);
        await (script ? expectAccessible : expectAccessibleWithoutScript)(page);
        const width = await page.locator('html').evaluate((html) => html.scrollWidth);
        expect(width).toBeLessThanOrEqual(phone.width);
      });
    });

test('a resident answers by text', async ({ as }) => {
  const page = await as('officer');
  await page.getByRole('link', { name: 'Practice' }).click();
  await page.getByRole('link', { name: 'Practice phone' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Practice phone');
  await expectAccessible(page);
  const reminded = page.getByRole('row').filter({ hasText: /your views count\. 8 quick questions/ });
  await expect(reminded.first()).toBeVisible();
  for (const row of await reminded.all()) {
    const address = /https?:\S+/.exec((await row.textContent()) ?? '')?.[0] ?? '';
    if (!(await isUnanswered(page, address, 'en'))) continue;
    await row.getByRole('link').click();
    break;
  }
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
