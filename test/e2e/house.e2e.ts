import { expect, expectAccessible, phone, test } from './base.ts';

test('the page of the API is readable by everyone', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('/api/docs');
  await expect(page.getByRole('heading', { name: 'Earshot API' })).toBeVisible();
  await expectAccessible(page);
});

test('each demo sign-in opens the console, and a wrong password does not', async ({ page, staff }) => {
  await page.goto('/console');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  const { email = '', password = '' } = staff.officer ?? {};
  await page.getByLabel('Email address').fill(email);
  // Who comes back to the tab is asked again who they are, which does not cost them what they typed.
  const asked = page.waitForResponse(/\/api\/v1\/me$/);
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await asked;
  await expect(page.getByLabel('Email address')).toHaveValue(email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('That did not match')).toBeVisible();
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Sign in');
  await expectAccessible(page);
});
