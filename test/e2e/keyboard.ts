import { expect, type Locator, type Page } from '@playwright/test';

/** More presses than anybody would make to get anywhere on a page of the console. */
const mostPresses = 150;

/** Whether it has focus, and if not whether it stands before or after what has. */
const whereIs = (target: Locator): Promise<'here' | 'before' | 'after'> =>
  target.evaluate((one) => {
    const active = document.activeElement ?? document.body;
    if (one === active) return 'here';
    return active.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after';
  });

/** Goes to something by Tab, or back to it by Shift and Tab. Fails where it cannot be reached so. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < mostPresses; presses += 1) {
    const where = await whereIs(target);
    if (where === 'here') return;
    await page.keyboard.press(where === 'before' ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Not reached by ${mostPresses} presses of Tab: ${target}`);
}

/** Goes to a button or link and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a box and writes in it, instead of what is there. */
export async function write(page: Page, box: Locator, words: string): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(words);
}

/** Goes to a list of choices and to one of them by arrows. */
export async function pick(page: Page, list: Locator, label: string | RegExp): Promise<void> {
  await tabTo(page, list);
  const labels = await list.locator('option').allTextContents();
  const wanted = labels.findIndex((one) => (typeof label === 'string' ? one === label : label.test(one)));
  expect(wanted, `${label} among ${labels.join(', ')}`).toBeGreaterThanOrEqual(0);
  const steps = wanted - (await list.evaluate((one: HTMLSelectElement) => one.selectedIndex));
  for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  await expect(list.locator('option:checked')).toHaveText(label);
}

/** Goes to a group by the one that is chosen, and to another of it by arrows. */
export async function pickRadio(page: Page, group: Locator, name: string): Promise<void> {
  const chosen = group.getByRole('radio', { checked: true });
  await tabTo(page, chosen);
  const wanted = group.getByRole('radio', { name });
  for (let step = 0; step < (await group.getByRole('radio').count()); step += 1) {
    if (await wanted.isChecked()) return;
    await page.keyboard.press('ArrowDown');
  }
  await expect(wanted).toBeChecked();
}
