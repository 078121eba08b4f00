import { html, raw } from 'hono/html';
import { isLanguage, languages } from '../../surveys/language.ts';
import { savedCss } from './css.ts';
import { type Html, telephone } from './frame.ts';

/** One part of what is held: rows by label, and which labels hold somebody's own words. */
export interface EverythingPart {
  table: string;
  title: string;
  about: string;
  words?: readonly string[];
  rows: readonly Readonly<Record<string, unknown>>[];
}

export interface EverythingFile {
  landlord: string;
  privacyContact: string;
  phone: string;
  madeAt: Date;
  parts: readonly EverythingPart[];
}

const own = `
.page{max-width:44rem}.own{white-space:pre-wrap;border-inline-start:6px solid var(--line);padding-inline-start:.75rem;unicode-bidi:plaintext}
.photo{max-width:100%;height:auto}
.row-of{border-bottom:1px solid var(--line);padding:.25rem 0 .5rem}
.row-of dl{display:grid;grid-template-columns:minmax(9rem,1fr) 2.5fr;gap:.25rem 1rem;margin:.5rem 0}
.row-of dd{margin:0;min-width:0}
@media (max-width:480px){.row-of dl{display:block}.row-of dd{margin-bottom:.5rem}}
@media print{body{font-size:12pt}nav{display:none}section{break-inside:auto}.row-of{break-inside:avoid}a{color:inherit;text-decoration:none}}
`.replaceAll('\n', '');

const zone = 'Europe/London';
const dayWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone });
const momentWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
const isDay = /^\d{4}-\d\d-\d\d$/;
const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A picture held as a text. */
export const isPicture = (value: unknown): value is string =>
  typeof value === 'string' && /^data:image\/(?:jpeg|png|webp);base64,/.test(value);

function plain(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'string') return String(value);
  if (isDay.test(value)) return dayWords.format(new Date(value));
  return isMoment.test(value) ? momentWords.format(new Date(value)) : value;
}

interface Answer {
  question: string;
  answer: string;
  own: boolean;
}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'question' in value && 'answer' in value;

/** Words as they stood: in their own language and direction. */
function ownWords(words: unknown, language: unknown): Html {
  const lang = isLanguage(language) ? raw(` lang="${language}" dir="${languages[language].dir}"`) : raw(' dir="auto"');
  return html`<div class="own"${lang}>${String(words)}</div>`;
}

function shownValue(value: unknown, isOwn: boolean, language: unknown): Html | string {
  if (isOwn) return ownWords(value, language);
  if (isPicture(value)) return html`<img class="photo" src="${value}" alt="">`;
  if (Array.isArray(value)) {
    if (value.length === 0) return 'None';
    const items = value.map((one) =>
      isAnswer(one)
        ? html`<li><b>${one.question}</b> ${one.own ? ownWords(one.answer, language) : one.answer}</li>`
        : html`<li>${plain(one)}</li>`,
    );
    return html`<ul>${items}</ul>`;
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, one]) => `${name}: ${Array.isArray(one) ? one.map(plain).join(', ') : plain(one)}`)
      .join('; ');
  return plain(value);
}

const held = (value: unknown) => value !== null && value !== undefined && value !== '';

function rowOf(row: Readonly<Record<string, unknown>>, words: readonly string[]): Html {
  const facts = Object.entries(row).filter(([, value]) => held(value));
  const shown = facts.map(
    ([label, value]) =>
      html`<dt>${label}</dt><dd>${shownValue(value, words.includes(label), row.Language ?? row['Language of our messages'])}</dd>`,
  );
  return html`<div class="row-of"><dl>${shown}</dl></div>`;
}

const amount = (count: number) => (count === 1 ? '1 entry' : `${count.toLocaleString('en-GB')} entries`);

const partOf = ({ table, title, about, words = [], rows }: EverythingPart): Html => html`
<section aria-labelledby="${table}"><h2 id="${table}">${title}</h2><p class="meta">${about}</p>
${rows.length === 0 ? html`<p>We hold nothing here.</p>` : html`<p class="meta">${amount(rows.length)}</p>${rows.map((row) => rowOf(row, words))}`}</section>`;

/** All that is held on a person as one page that needs nothing else: to read on a screen, to save, or to print. */
export function everythingPage({ landlord, privacyContact, phone, madeAt, parts }: EverythingFile): Html {
  const contents = parts.map(({ table, title }) => html`<li><a href="#${table}">${title}</a></li>`);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Everything we hold about you - ${landlord}</title><meta name="robots" content="noindex,nofollow">
<style>${raw(savedCss)}${raw(own)}</style></head><body><div class="page"><header><p>${landlord}</p></header><main>
<h1>Everything we hold about you</h1>
<p>Made on ${momentWords.format(madeAt)}. It has everything that the survey and involvement system of ${landlord} holds about you: what
each part is, why we have it, and what it says. Your own words are as you wrote them.</p>
<p>What we hold about other people is left out, also about those you live with. Papers and minutes of meetings are not searched for names:
ask us if you want us to look.</p>
<p>If something is wrong, or you want it removed: ${privacyContact}, or ring <a href="${telephone(phone)}">${phone}</a>. You can also complain
to the Information Commissioner, 0303 123 1113.</p>
<nav aria-label="Parts"><ul>${contents}</ul></nav>
${parts.map(partOf)}</main></div></body></html>`;
}
