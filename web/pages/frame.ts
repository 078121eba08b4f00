import { html, raw } from 'hono/html';
import { type Language, languages } from '../../surveys/language.ts';
import { type PhraseKey, type PhraseValues, phrase } from '../../surveys/locales/phrases.ts';
import { css, scriptCss } from './css.ts';
import { colours, type Look, sizes } from './look.ts';

export type Html = ReturnType<typeof html>;

/** What pages say of the landlord. */
export interface PageLandlord {
  name: string;
  phone: string;
  freepost: string;
  repairsUrl: string;
  privacyContact: string;
}

/** What every resident page needs besides its own words. */
export interface Frame {
  landlord: PageLandlord;
  language: Language;
  look: Look;
  /** Languages that can be chosen here. */
  offered: readonly Language[];
  /** This page's own address: where a change of look comes back to. */
  path: string;
  /** The address of the little script, where the page has one. */
  script?: string;
}

export type Say = (key: PhraseKey, values?: PhraseValues) => string;

/** Keeps a number readable from left to right among words that run the other way (U+2066, U+2069). */
export const isolate = (language: Language, text: string): string =>
  languages[language].dir === 'rtl' ? `\u2066${text}\u2069` : text;

/** Says phrases in the page's language, the landlord's name and number filled in. */
export function speaker({ language, landlord }: Pick<Frame, 'language' | 'landlord'>): Say {
  const known = {
    name: landlord.name,
    phone: isolate(language, landlord.phone),
    freepost: isolate(language, landlord.freepost),
  };
  return (key, values) => phrase(language, key, { ...known, ...values });
}

export const telephone = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

const repairs = ({ repairsUrl, phone }: PageLandlord) =>
  /^https?:\/\//.test(repairsUrl) ? repairsUrl : telephone(phone);

const choice = (name: string, value: string, current: boolean, words: string, lang?: Language) => html`
<button class="plain" name="${name}" value="${value}"${current ? raw(' aria-current="true"') : ''}${
  lang ? raw(` lang="${lang}" dir="${languages[lang].dir}"`) : ''
}>${words}</button>`;

const lookForm = (path: string, buttons: Html[]) => html`
<form method="post" action="/look"><input type="hidden" name="back" value="${path}"><div class="swatch">${buttons}</div></form>`;

function switches({ look, language, offered, path }: Frame, say: Say): Html {
  const sizeButtons = sizes.map((size) =>
    choice('size', String(size), size === look.size, say(`page.look.size_${size}`)),
  );
  const colourButtons = colours.map((each) => choice('colours', each, each === look.colours, say(`page.look.${each}`)));
  const languageButtons = offered.map((each) =>
    choice('language', each, each === language, languages[each].name, each),
  );
  return html`
<details><summary>${say('page.frame.size_and_colours')}</summary>
${lookForm(path, sizeButtons)}${lookForm(path, colourButtons)}</details>
<details><summary>${say('page.frame.language')}: ${languages[language].name}</summary>
${lookForm(path, languageButtons)}</details>`;
}

const helpLine = ({ landlord }: Frame, say: Say) => html`
<footer><nav aria-label="${say('page.frame.help')}"><ul>
<li><a href="${telephone(landlord.phone)}">${say('page.frame.ring')}</a></li>
<li><a href="/accessibility#formats">${say('page.frame.formats')}</a></li>
<li><a href="/privacy">${say('page.frame.privacy')}</a></li>
<li><a href="${repairs(landlord)}">${say('page.frame.repair')}</a></li>
</ul></nav></footer>`;

const scriptStyle = (language: Language) => {
  const sheet = scriptCss(language);
  return sheet === '' ? '' : html`<style>${raw(sheet)}</style>`;
};

/** The whole of a resident page around its main part. Takes the title as it is in the tab, without the landlord's name. */
export function page(frame: Frame, title: string, main: Html): Html {
  const say = speaker(frame);
  const { language, look, script } = frame;
  return html`<!doctype html>
<html lang="${language}" dir="${languages[language].dir}" data-size="${look.size}" data-colours="${look.colours}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${say('page.frame.title', { title })}</title>
<meta name="robots" content="noindex,nofollow"><link rel="icon" href="data:,">
<style>${raw(css)}</style>${scriptStyle(language)}${script ? html`<script defer src="${script}"></script>` : ''}</head>
<body><a class="skip" href="#main">${say('page.frame.skip')}</a>
<div class="page"><header><p>${frame.landlord.name}</p>${switches(frame, say)}</header>
<main id="main">${main}</main>
${helpLine(frame, say)}</div></body></html>`;
}

/** The summary of what is wrong, above the form; `anchor` is the id of the box it speaks of. */
export const errorSummary = (say: Say, error: string, anchor: string): Html => html`
<div class="box bad" role="alert" tabindex="-1" autofocus><p><b>${say('page.question.problem')}</b></p>
<p><a href="#${anchor}">${error}</a></p></div>`;
