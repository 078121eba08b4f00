import { html } from 'hono/html';
import { type Frame, type Html, page, speaker } from './frame.ts';

/** A page that only tells: a heading and some sentences. */
export interface Told {
  title: string;
  sentences: readonly string[];
  /** Where to go on, if anywhere. */
  link?: { href: string; words: string } | null;
}

export function messagePage(frame: Frame, { title, sentences, link }: Told): Html {
  return page(
    frame,
    title,
    html`
<h1 tabindex="-1" autofocus>${title}</h1>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${link ? html`<p><a class="button" href="${link.href}">${link.words}</a></p>` : ''}`,
  );
}

export const restingPage = (frame: Frame): Html => {
  const say = speaker(frame);
  return messagePage(frame, { title: say('page.resting.title'), sentences: [say('page.resting.body')] });
};

export const faultPage = (frame: Frame): Html => {
  const say = speaker(frame);
  return messagePage(frame, { title: say('page.fault.title'), sentences: [say('page.fault.body')] });
};

export const notFoundPage = (frame: Frame): Html => {
  const say = speaker(frame);
  return messagePage(frame, { title: say('page.not_found.title'), sentences: [say('page.not_found.body')] });
};

export const tooLongPage = (frame: Frame): Html => {
  const say = speaker(frame);
  return messagePage(frame, { title: say('page.too_long.title'), sentences: [say('page.too_long.body')] });
};
