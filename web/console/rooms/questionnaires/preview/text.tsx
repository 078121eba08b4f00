import { sayMoney } from '../../../say.ts';
import { useT } from '../../../words.ts';
import type { Shown } from './preview.tsx';

type Message = Extract<Shown, { as: 'text' }>['messages'][number];

interface TextPreviewProps {
  messages: readonly Message[];
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** Each question as the text it goes as, with its parts, its price, and the characters that make it cost more. */
export function TextPreview({ messages, lang, dir }: TextPreviewProps) {
  const t = useT();
  return (
    <ol className="preview-texts">
      {messages.map(({ question, words, segments, pence, forcing }) => (
        <li key={question}>
          <p lang={lang} dir={dir} className="bubble as-sent">
            {words}
          </p>
          <p>
            {t('preview.parts', { count: segments })}, {sayMoney(pence)}
          </p>
          {forcing.length > 0 ? (
            <p className="soft">
              {t('preview.forcing')} <bdi lang={lang}>{forcing.slice(0, 12).join(' ')}</bdi>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
