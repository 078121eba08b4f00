import { isLanguage, type Language } from '../../surveys/language.ts';
import { type PhraseKey, type PhraseValues, phrase } from '../../surveys/locales/phrases.ts';
import { expect, type Page } from './base.ts';

/** What somebody says to one question: the numbers of the boxes they tick, or their own words. */
type Said = readonly number[] | string;

/** Answers to all 8 questions of the panel: its branch is taken, because a repair was done. */
export const said: readonly Said[] = [[2], [1], [1, 3], [1], [2], [8], [2], 'The lift is often broken'];

/** Says a phrase in the page's own language. */
async function speaker(page: Page): Promise<(key: PhraseKey, values?: PhraseValues) => string> {
  const language = (await page.locator('html').getAttribute('lang')) ?? '';
  const known: Language | null = isLanguage(language) ? language : null;
  if (known === null) throw new Error(`There are no phrases in ${language}.`);
  return (key, values) => phrase(known, key, values);
}

async function answerOne(page: Page, answer: Said): Promise<void> {
  if (typeof answer === 'string') return page.getByRole('textbox').fill(answer);
  for (const number of answer) {
    const name = new RegExp(`^${number}\\b`);
    await page.getByRole('radio', { name }).or(page.getByRole('checkbox', { name })).check();
  }
}

/** Says one thing about themselves after the survey, and stops there. */
async function sayAbout(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  const say = await speaker(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('page.about.title'));
  await look(page);
  await page.getByRole('button', { name: say('page.about.begin', { count: 6 }) }).click();
  await expect(page.getByText(say('page.about.progress', { number: 1, total: 6 }), { exact: true })).toBeVisible();
  await page.getByRole('radio', { name: say('page.about.rather_not') }).check();
  await page.getByRole('button', { name: say('page.question.save') }).click();
  await expect(page.getByText(say('page.about.progress', { number: 2, total: 6 }), { exact: true })).toBeVisible();
  await look(page);
  await page.getByRole('button', { name: say('page.about.stop') }).click();
}

/**
 * Answers the whole questionnaire, one question a page, from the first to the thank-you page.
 * `look` sees every page as it comes, and the last.
 */
export async function answerAll(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  const say = await speaker(page);
  for (const [index, answer] of said.entries()) {
    const place = { number: index + 1, total: said.length };
    const asked = page.getByText(say('page.question.progress', place), { exact: true });
    await expect(asked.or(page.getByText(say('page.question.progress_open', place), { exact: true }))).toBeVisible();
    await look(page);
    await answerOne(page, answer);
    const last = index === said.length - 1;
    await page.getByRole('button', { name: say(last ? 'page.question.finish' : 'page.question.save') }).click();
  }
  await sayAbout(page, look);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('page.thanks.title', { count: said.length }));
  await look(page);
}
