import { html } from 'hono/html';
import { fields } from '../../surveys/interview/answer/web.ts';
import { preferNotToSay } from '../../surveys/profiles/lists.ts';
import type { Html } from './frame.ts';

/** The id of the first box: where the error summary points to. */
export const firstAbout = 'a0';

const row = (at: number, code: string, label: string) => html`
<label class="row" for="a${at}"><input type="radio" id="a${at}" name="${fields.answer}" value="${code}"> <span>${label}</span></label>`;

/** The answers of a list in its order; after "or", the one who would rather not. Nothing chosen beforehand, nor shown again. */
export const aboutFields = (
  options: readonly { code: string; label: string }[],
  ratherNot: string,
  or: string,
): Html => html`${options.map(({ code, label }, at) => row(at, code, label))}
<p class="meta">${or}</p>${row(options.length, preferNotToSay, ratherNot)}`;
