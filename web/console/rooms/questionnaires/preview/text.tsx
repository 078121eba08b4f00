import { sayMoney } from '../../../say.ts';
import { type Translate, useT } from '../../../words.ts';
import { Marked, mostMarked, nameOf } from './bubble.tsx';
import { sayCosts } from './costs.ts';
import type { Chosen, ShownAs } from './shown.ts';

type Message = ShownAs<'text'>['messages'][number];

function partOf({ part, question }: Message, { questionnaire }: Chosen, t: Translate): string {
  if (part === 'invitation') return t('preview.part_invitation');
  if (part === 'thanks') return t('preview.part_thanks');
  const number = questionnaire.questions.find(({ id }) => id === question)?.number ?? '';
  return t('preview.part_question', { number });
}

/** Which letters cost more, so that an officer can take them out. */
function Forcing({ forcing, lang }: { forcing: readonly string[]; lang: string }) {
  const t = useT();
  if (forcing.length === 0) return null;
  const more = forcing.length - mostMarked;
  return (
    <p className="soft">
      {t(more > 0 ? 'preview.forcing' : 'preview.letters_forcing')}{' '}
      <bdi lang={lang}>{forcing.slice(0, mostMarked).map(nameOf).join(', ')}</bdi>{' '}
      {more > 0 ? t('preview.more_forcing', { count: more }) : null}
    </p>
  );
}

function Whole({ messages }: { messages: readonly Message[] }) {
  const t = useT();
  const parts = messages.reduce((sum, { segments }) => sum + segments, 0);
  const pence = messages.reduce((sum, message) => sum + message.pence, 0);
  return (
    <p>
      {t('preview.whole', {
        texts: messages.length,
        parts: t('preview.parts', { count: parts }),
        price: sayMoney(pence),
      })}
    </p>
  );
}

/** A phone with every text in order: the invitation, each question, the thanks, with their parts, price and costly letters. */
export function TextPreview({ shown, chosen }: { shown: ShownAs<'text'>; chosen: Chosen }) {
  const t = useT();
  const { language: lang, dir } = chosen;
  return (
    <>
      <Whole messages={shown.messages} />
      <ol className="phone-texts" aria-label={t('preview.conversation')}>
        {shown.messages.map((message) => (
          <li key={`${message.part} ${message.question}`}>
            <p className="soft">{partOf(message, chosen, t)}</p>
            <p lang={lang} dir={dir} className="bubble as-sent">
              <Marked words={message.words} forcing={message.forcing} />
            </p>
            <p>{sayCosts(message, t)}</p>
            <Forcing forcing={message.forcing} lang={lang} />
          </li>
        ))}
      </ol>
    </>
  );
}
