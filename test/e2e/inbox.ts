import type { Language } from '../../surveys/language.ts';
import { phrase } from '../../surveys/locales/phrases.ts';
import { expect, type Page } from './base.ts';

/** Whether a survey's address opens at the first of the panel's 8 questions: many of the demo's residents have answered. */
export async function isUnanswered(page: Page, address: string, language: Language): Promise<boolean> {
  const words = await (await page.request.get(address)).text();
  return words.includes(phrase(language, 'page.question.progress_open', { number: 1, total: 8 }));
}

/** A practice email as staff see it opened. */
interface OpenMail {
  /** The address of the survey in it. */
  address: string;
  /** Its words, as its resident reads them. */
  words: string;
}

/** Finds practice emails by these words of their subject, and opens the newest whose resident has not answered. */
export async function openUnanswered(page: Page, subject: string, language: Language): Promise<OpenMail> {
  await page.getByRole('link', { name: 'Practice' }).click();
  await page.getByLabel('Email address or words').fill(subject);
  const searched = page.waitForResponse((response) => /practice\/messages\?.*q=/.test(response.url()));
  await page.getByRole('button', { name: 'Search' }).click();
  await searched;
  const mails = page.getByRole('group').filter({ hasText: subject });
  await expect(page.getByRole('group').filter({ hasNotText: subject })).toHaveCount(0);
  await expect(mails.first()).toBeVisible();
  for (const mail of await mails.all()) {
    await mail.locator('summary').first().click();
    const body = mail.frameLocator('iframe').locator('body');
    const address = (await body.locator('a[href*="/s/"]').first().getAttribute('href')) ?? '';
    if (await isUnanswered(page, address, language)) return { address, words: (await body.textContent()) ?? '' };
    await mail.locator('summary').first().click();
  }
  throw new Error(`Everybody who got ${subject} has answered.`);
}
