import { html, raw } from 'hono/html';
import { type Language, languages } from '../../surveys/language.ts';
import type { Html } from './frame.ts';
import { familyOf, settingOf } from './type.ts';

/** One block of a mail. A button stands as its words and its address where there is only plain text. */
export type MailBlock =
  | { kind: 'text'; text: string; bold?: boolean }
  | { kind: 'button'; text: string; url: string }
  | { kind: 'link'; before: string; url: string; after: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'small'; text: string }
  | { kind: 'marker'; text: string };

export interface Mail {
  language: Language;
  subject: string;
  blocks: readonly MailBlock[];
}

/** Where a phrase with {link} is cut, so that the address becomes a link. */
export const linkMark = '\u0000';

/** A block from a phrase said with `linkMark` as its link. */
export function linkBlock(text: string, url: string): MailBlock {
  const [before = '', after = ''] = text.split(linkMark);
  return { kind: 'link', before, url, after };
}

interface Styles {
  body: string;
  small: string;
  button: string;
}

/** Mail programs drop style sheets, so what matters stands on each block. 20 px as on our pages; nothing under 16. Nastaliq needs high lines. */
function stylesOf(language: Language): Styles {
  const setting = settingOf(language);
  // A face of our own cannot be sent along, and Latin mail is in one that every program has.
  const family = languages[language].script === 'Latn' ? 'Verdana,Arial,sans-serif' : familyOf(setting);
  const face = `font-family:${family};color:#14181d;`;
  const high = `line-height:${setting.line}`;
  return {
    body: `${face}font-size:20px;${high};margin:0 0 20px`,
    small: `${face}font-size:16px;${high};margin:0 0 12px`,
    button: `${face}display:inline-block;background:#0b4a8f;color:#ffffff;font-size:20px;font-weight:700;padding:14px 20px;border-radius:4px;text-decoration:none`,
  };
}

// A long address breaks rather than make a small screen scroll sideways.
const anchor = 'color:#0b4a8f;overflow-wrap:anywhere';

function block(each: MailBlock, { body, small, button }: Styles): Html {
  switch (each.kind) {
    case 'text':
      return html`<p style="${body}">${each.bold ? html`<b>${each.text}</b>` : each.text}</p>`;
    case 'button':
      return html`<p style="${body}"><a href="${each.url}" style="${button}">${each.text}</a></p>`;
    case 'link':
      return html`<p style="${body}">${each.before}<a href="${each.url}" dir="ltr" style="${anchor}">${each.url}</a>${each.after}</p>`;
    case 'list':
      return html`<div style="${body}">${each.items.map((item) => html`<p style="margin:0 0 8px">${item}</p>`)}</div>`;
    case 'small':
    case 'marker':
      return html`<p style="${small}">${each.text}</p>`;
  }
}

/** The mail as HTML: one column, real text, no picture, nothing fetched from anywhere. */
export const emailPage = ({ language, subject, blocks }: Mail): Html => html`<!doctype html>
<html lang="${language}" dir="${languages[language].dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="margin:0;padding:16px;background:#ffffff">
<div lang="${language}" dir="${languages[language].dir}" style="max-width:36em;margin:0 auto;${raw(
  languages[language].dir === 'rtl' ? 'text-align:right' : 'text-align:left',
)}">
${blocks.map((each) => block(each, stylesOf(language)))}
</div></body></html>`;

const plain = (each: MailBlock): string => {
  switch (each.kind) {
    case 'button':
      return `${each.text}: ${each.url}`;
    case 'link':
      return `${each.before}${each.url}${each.after}`;
    case 'list':
      return each.items.join('\n');
    default:
      return each.text;
  }
};

/** The same words for whoever reads mail as plain text. */
export const emailText = ({ blocks }: Mail): string => `${blocks.map(plain).join('\n\n')}\n`;
