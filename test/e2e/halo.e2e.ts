import { expect, expectAccessible, test } from './base.ts';

const item = 'Item 1: Damp and mould report';

test('a halo pack is read from home, commented on by email and by phone, and answered', async ({ as }) => {
  const page = await as('officer');
  const heading = page.getByRole('heading', { level: 1 });
  const menu = page.getByRole('navigation', { name: 'Main menu' });
  const tabs = page.getByRole('navigation', { name: 'Parts of this meeting' });

  await menu.getByRole('link', { name: 'Groups' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Repairs Group', exact: true }).click();
  await expect(heading).toHaveText('Repairs Group');
  await expectAccessible(page);
  await page.getByRole('table', { name: 'Meetings' }).getByRole('link').first().click();
  await expect(page.getByText(/^Pack sent .* to 11\./)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Damp and mould report' })).toBeVisible();
  await expectAccessible(page);
  const meeting = page.url();

  await menu.getByRole('link', { name: 'Practice' }).click();
  await page
    .locator('summary')
    .filter({ hasText: /^Repairs Group, .*papers and your comments/ })
    .first()
    .click();
  await expect(page.frameLocator('iframe[title^="Email:"]').getByText('1. Damp and mould report')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(/^Reply as/).fill('1. Our bedroom wall is black again.\n2. Yes to Saturdays.');
  await page.getByRole('button', { name: 'Send the reply' }).click();
  await expect(page.getByText('The reply went in, as a real one would.').first()).toBeVisible();

  await page.goto(meeting);
  await tabs.getByRole('link', { name: 'Comments' }).click();
  const under = page.getByRole('region', { name: item });
  await expect(under.getByRole('article')).toHaveText(/, email, .*Our bedroom wall is black again\./s);
  await expect(under.getByText('Yes to Saturdays')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Item 2' }).getByText('Yes to Saturdays.')).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('About').selectOption({ label: item });
  await page.getByRole('radio', { name: 'Telephone' }).check();
  await page.getByLabel('What they said').fill('She rang: the fan is too loud to leave on.');
  await page.getByRole('button', { name: 'Add the comment' }).click();
  await expect(under.getByRole('article')).toHaveCount(2);
  await expect(under.getByRole('article').filter({ hasText: 'the fan is too loud' })).toContainText(
    'Typed by Olwen Price',
  );

  await tabs.getByRole('link', { name: 'Answers' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for an answer (3)' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: /email/ }).first().check();
  await page.getByRole('checkbox', { name: /telephone/ }).check();
  await page.getByLabel('Answer', { exact: true }).fill('A surveyor calls on both of you this week.');
  await page.getByRole('button', { name: 'Mark answered: 2 comments' }).click();
  await expect(page.getByRole('region', { name: 'Answered (2)' }).getByText('A surveyor calls on both')).toHaveCount(2);
  await expect(page.getByRole('heading', { name: 'Waiting for an answer (1)' })).toBeVisible();
  await expectAccessible(page);
});
