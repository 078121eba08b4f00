import { appCode } from '../support/totp.ts';
import { expect, expectAccessible, type Page, signIn, test } from './base.ts';

/** The secret that stands as letters under the picture, as an address for apps. */
async function uriOn(page: Page): Promise<string> {
  const secret = ((await page.locator('.secret-words').textContent()) ?? '').replaceAll(' ', '');
  return `otpauth://totp/Earshot?secret=${secret}`;
}

test('an analyst sets up a second step, comes back by it, and sees where they are signed in', async ({
  browser,
  baseURL,
  staff,
}) => {
  const person = staff.analyst;
  if (!person) throw new Error('The demo has no analyst.');
  const page = await browser.newPage({ baseURL });
  await page.goto('/console/settings/two-step');
  await signIn(page, person);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings: My second step');
  await expectAccessible(page);
  await page.getByLabel('Your password').fill(person.password);
  await page.getByRole('button', { name: 'Set up my second step' }).click();
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeFocused();
  await expect(page.locator('.codes li')).toHaveCount(10);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expectAccessible(page);
  const uri = await uriOn(page);
  await page.getByLabel('Type the 6 numbers').fill(appCode(uri));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await page.getByLabel('Email address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your second step');
  await expectAccessible(page);
  await page.getByLabel('Type the 6 numbers').fill(appCode(uri, 1));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('link', { name: 'Where I am signed in' }).click();
  await expect(page.getByRole('cell', { name: 'This device' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/console/settings/two-step');
  await page.getByLabel('Your password').last().fill(person.password);
  await page.getByRole('button', { name: 'Turn my second step off' }).click();
  await expect(page.getByRole('button', { name: 'Set up my second step' })).toBeVisible();
  await page.context().close();
});
