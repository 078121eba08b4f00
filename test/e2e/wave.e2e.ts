import { answerAll } from './answers.ts';
import { expect, expectAccessible, type Page, signIn, test } from './base.ts';
import { openUnanswered } from './inbox.ts';

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());

/** Goes to one task of the plan and back, after doing it. */
async function task(page: Page, name: string, act: () => Promise<void>): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await act();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Back to the plan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Plan: /);
}

test('an officer signs in, plans a wave, launches it, and sees an answer come in', async ({ page, staff, onPhone }) => {
  const heading = page.getByRole('heading', { level: 1 });
  await page.goto('/console');
  if (staff.officer) await signIn(page, staff.officer);
  await expect(heading).toHaveText('Today');
  await expectAccessible(page);

  await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Waves' }).click();
  await expect(page.getByRole('table', { name: 'In the field' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Plan a wave' }).click();
  await page.getByRole('radio', { name: 'Nothing: a new wave' }).check();
  await page.getByLabel('Name of the wave').fill('Stairs in Hillside');
  await page.getByLabel('Opens on').fill(today());
  await page.getByLabel('Questionnaire').selectOption({ label: "People's Panel, every quarter, version 1" });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Start the plan' }).click();
  await expect(heading).toHaveText('Plan: Stairs in Hillside');
  await expectAccessible(page);

  await task(page, 'Who is asked', async () => {
    await page.getByRole('checkbox', { name: /^Hillside/ }).check();
    await page.getByLabel('Days of rest', { exact: true }).fill('14');
    await page.getByRole('radio', { name: 'So many, picked at random' }).check();
    await page.getByLabel('People', { exact: true }).fill('40');
    await expect(page.getByText('40 will be asked.')).toBeVisible();
    await expect(page.getByText(/^Saved \d/)).toBeVisible();
  });
  await task(page, 'Contact plan', async () => {
    await page.getByLabel('Way of step 1').selectOption({ label: 'Email' });
    await page.getByLabel('Time of step 1').fill('');
    await expect(page.getByText(/^Saved \d/)).toBeVisible();
  });
  await task(page, 'Messages as they would be sent', async () => {
    await expect(page.getByRole('heading', { name: /person 1 of/ })).toBeVisible();
    await page.getByRole('button', { name: 'Next person' }).click();
    await expect(page.getByRole('heading', { name: /person 2 of/ })).toBeVisible();
  });
  await task(page, 'Check', () => expect(page.getByRole('heading', { name: 'Nothing stops you.' })).toBeVisible());

  await page.getByRole('link', { name: 'Go to launch' }).click();
  await expect(page.getByText(/^40 people$/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Launch to 40 people' }).click();
  await expect(heading).toHaveText('Stairs in Hillside');
  await expect(page.getByText(/^0 of 40 answered/)).toBeVisible();
  await expectAccessible(page);
  const wave = page.url();

  await page.getByRole('link', { name: 'Messages' }).click();
  const messages = page.getByRole('table', { name: 'Messages by the way they go' });
  // None waits, none is on its way, all are delivered.
  await expect(messages.getByRole('row', { name: /^Email 0 0 [1-9]/ })).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page);

  const { address } = await openUnanswered(page, '8 questions about your home', 'en');
  await expectAccessible(page);
  const resident = await onPhone();
  await resident.goto(address);
  await answerAll(resident, async () => {});

  await page.goto(wave);
  await expect(page.getByText(/^1 of 40 answered/)).toBeVisible();
  await expectAccessible(page);
});
