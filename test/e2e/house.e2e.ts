import { expect, expectAccessible, phone, test } from './base.ts';

test('the page of the API is readable by everyone', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('/api/docs');
  await expect(page.getByRole('heading', { name: 'Earshot API' })).toBeVisible();
  await expectAccessible(page);
});
