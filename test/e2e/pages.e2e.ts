import { expect, expectAccessible, phone, test } from './base.ts';

test('the pages around a survey are readable on a phone, and a wrong code is told kindly', async ({ onPhone }) => {
  const page = await onPhone();
  const heading = page.getByRole('heading', { level: 1 });
  await page.goto('/s');
  await page.getByLabel('Your code').fill('1234 5678 9012');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('alert')).toContainText('We do not know that code.');
  await expect(page.getByLabel('Your code')).toHaveValue('1234 5678 9012');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Privacy' }).click();
  await expect(heading).toHaveText('Privacy');
  await expectAccessible(page);
  await page.getByText('Size and colours').click();
  await page.getByRole('button', { name: 'Yellow on black' }).click();
  await page.getByRole('link', { name: 'Other formats' }).click();
  await expect(heading).toHaveText('Accessibility');
  await expect(page.locator('html')).toHaveAttribute('data-colours', 'yellow');
  await expectAccessible(page);
  for (const [path, title] of [
    ['/you-said-we-did', 'You said, we did'],
    ['/join', 'Have your say: join us'],
    ['/nothing-here', 'We cannot find that page'],
  ] as const) {
    await page.goto(path);
    await expect(heading).toHaveText(title);
    await expectAccessible(page);
  }
});

/** The rooms of the menu, each with words that are there once it has loaded, and not in the room before. */
const rooms: readonly (readonly [string, RegExp])[] = [
  ['Waves', /^Closed$/],
  ['Residents', /^2,\d{3} residents$/],
  ['Questionnaires', /^Tenant satisfaction measures/],
  ['Results', /people answered/],
  ['Groups', /^Repairs Group$/],
  ['Refer a resident', /^Somebody told you they would like/],
  ['Tray', /left$/],
  ['Keying', /^Type the code and press Enter/],
  ['Calls', /^(Nobody is to be rung now|Calls to make)/],
  ['Post', /^Letters by print file/],
  ['Practice', /papers and your comments/],
  ['Settings', /^Everything is there/],
];

test('every room of the menu can be read on a phone, in dark colours', async ({ as }) => {
  const page = await as('administrator');
  await page.getByLabel('Colours').selectOption('Dark');
  await page.setViewportSize(phone);
  const button = page.getByRole('button', { name: 'Menu', exact: true });
  const menu = page.getByRole('navigation', { name: 'Main menu' }).getByRole('link');
  await button.click();
  await expect(menu).toHaveText([/^Home$/, ...rooms.map(([name]) => new RegExp(`^${name}( \\(\\d+\\))?$`))]);
  await expectAccessible(page);
  for (const [name, words] of rooms) {
    if (name !== 'Waves') await button.click();
    await menu.filter({ hasText: name }).click();
    await expect(page.getByRole('main').getByText(words).first()).toBeVisible();
    await expectAccessible(page);
  }
});
