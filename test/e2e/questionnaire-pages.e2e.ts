import { expect, expectAccessible, type Page, test } from './base.ts';

const desktop = { width: 1280, height: 900 };

const draft = {
  locale: 'en',
  title: { default: 'Your stairs', ur: 'آپ کی سیڑھیاں' },
  pages: [
    {
      name: 'page1',
      elements: [
        {
          type: 'radiogroup',
          name: 'clean',
          title: { default: 'Are the stairs clean?', ur: 'کیا سیڑھیاں صاف ہیں؟' },
          choices: [
            { value: 'clean', text: { default: 'Clean', ur: 'صاف' } },
            { value: 'stop', text: { default: 'Stop', ur: 'گندی' } },
          ],
        },
        {
          type: 'file',
          name: 'photo',
          acceptedTypes: 'image/*',
          title: { default: 'A photo of the stairs', ur: 'سیڑھیوں کی تصویر' },
        },
      ],
    },
  ],
};

/** Looks at every page of a questionnaire. */
async function lookAtAll(page: Page, of: string): Promise<void> {
  for (const part of [
    '',
    '/languages',
    '/languages/ur',
    '/editions',
    '/preview?language=ur',
    '/practise?language=ur',
  ]) {
    await page.goto(`${of}${part}`);
    await expect(
      page.getByRole('main').getByRole('heading').nth(1).or(page.locator('iframe, .note')).first(),
    ).toBeVisible();
    await expectAccessible(page);
  }
}

test('every page of a questionnaire is accessible, in English and in Welsh, with words that run from the right', async ({
  as,
}) => {
  test.setTimeout(120_000);
  const page = await as('officer');
  await page.setViewportSize(desktop);
  const made = await page.request.post('/api/v1/questionnaires', {
    data: { name: 'Stairs in Urdu', from: { surveyjs: draft } },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(made.ok(), await made.text()).toBe(true);
  const { id } = await made.json();
  const of = `/console/questionnaires/${id}`;
  await lookAtAll(page, of);
  await expect(page.frameLocator('iframe').locator('html')).toHaveAttribute('dir', 'rtl');
  await page.getByLabel('Language', { exact: true }).selectOption('Cymraeg');
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await lookAtAll(page, of);
});
