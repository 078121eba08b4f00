import { expect, expectAccessible, test } from './base.ts';

const item = 'Item 1: Damp and mould report';

test('a halo pack is read from home, commented on by email and by phone, and answered', async ({ as, onPhone }) => {
  const page = await as('officer');
  const heading = page.getByRole('heading', { level: 1 });
  const menu = page.getByRole('navigation', { name: 'Main menu' });
  const tabs = page.getByRole('navigation', { name: 'Parts of this meeting' });

  await menu.getByRole('link', { name: 'Groups' }).click();
  await expect(page.getByRole('table', { name: 'Panels' })).toBeVisible();
  const group = page.getByRole('link', { name: 'Repairs Group', exact: true });
  await expect(group).toBeVisible();
  await expectAccessible(page);
  await group.click();
  await expect(heading).toHaveText('Repairs Group');
  await expect(page.getByRole('table', { name: 'Members of Repairs Group' })).toBeVisible();
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
  const mail = page.frameLocator('iframe[title^="Email:"]');
  await expect(mail.getByText('1. Damp and mould report')).toBeVisible();
  const memberPage = (await mail.locator('a[href*="/g/"]').first().getAttribute('href')) ?? '';
  await expectAccessible(page);
  await page.getByLabel(/^Reply as/).fill('1. Our bedroom wall is black again.\n2. Yes to Saturdays.');
  await page.getByRole('button', { name: 'Send the reply' }).click();
  await expect(page.getByText('The reply went in, as a real one would.').first()).toBeVisible();

  const member = await onPhone();
  await member.goto(memberPage);
  await expect(member.getByRole('heading', { level: 1 })).toHaveText(/^Repairs Group, meeting on/);
  await expect(member.getByText('Our bedroom wall is black again.')).toBeVisible();
  await member.getByLabel('Say what you think').last().fill('Thank you for asking.');
  await expectAccessible(member);
  await member.getByRole('button', { name: 'Save Anything else' }).click();
  await expect(member.getByText('Thank you for asking.')).toBeVisible();
  await expectAccessible(member);

  await page.goto(meeting);
  await tabs.getByRole('link', { name: 'Comments' }).click();
  const under = page.getByRole('region', { name: item });
  await expect(under.getByRole('article')).toHaveText(/, email, .*Our bedroom wall is black again\./s);
  await expect(under.getByText('Yes to Saturdays')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Not about one item' }).getByText('Thank you for')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Item 2' }).getByText('Yes to Saturdays.')).toBeVisible();
  await expectAccessible(page);

  const who = page.getByLabel('Who said it');
  const names = await who.getByRole('option').allTextContents();
  const byEmail = await under.getByRole('article').getByRole('heading').textContent();
  await who.selectOption({ label: names.find((name) => !byEmail?.startsWith(name)) });
  await page.getByLabel('About', { exact: true }).selectOption({ label: item });
  await page.getByRole('radio', { name: 'Telephone' }).check();
  await page.getByLabel('What they said').fill('She rang: the fan is too loud to leave on.');
  await page.getByRole('button', { name: 'Add the comment' }).click();
  await expect(under.getByRole('article')).toHaveCount(2);
  await expect(under.getByRole('article').filter({ hasText: 'the fan is too loud' })).toContainText(
    'Typed by Olwen Price',
  );

  await tabs.getByRole('link', { name: 'Answers' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for an answer (4)' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: /email/ }).first().check();
  await page.getByRole('checkbox', { name: /telephone/ }).check();
  await page.getByLabel('Answer', { exact: true }).fill('A surveyor calls on both of you this week.');
  await page.getByRole('button', { name: 'Mark answered: 2 comments' }).click();
  await expect(page.getByRole('region', { name: 'Answered (2)' }).getByText('A surveyor calls on both')).toHaveCount(2);
  await expect(page.getByRole('heading', { name: 'Waiting for an answer (2)' })).toBeVisible();
  await expectAccessible(page);

  // The member sees the answer to her own comment, and nothing of what others said.
  await member.reload();
  await expect(member.getByText('A surveyor calls on both of you this week.')).toBeVisible();
  await expect(member.getByText('the fan is too loud')).toHaveCount(0);
  await expectAccessible(member);
});
