import { useState } from 'react';
import { isLanguage, languages } from '../../../../surveys/language.ts';
import { faces } from '../../../pages/css.ts';
import type { Answer } from '../../../shared/api.ts';
import { sayMoment } from '../../say.ts';
import { useT } from '../../words.ts';
import { Linked } from './linked.tsx';
import { ReplyForm } from './reply-form.tsx';

type Message = Answer<'GET /api/v1/practice/messages'>['items'][number];

/** Links of the mail open beside the console; nothing in it can run or reach the console. Letters this machine lacks come from us. */
const sandbox = 'allow-popups allow-popups-to-escape-sandbox';
const head = `<head><base target="_blank"><style>${faces}</style>`;

function Body({ message }: { message: Message }) {
  const t = useT();
  const { language, html, body } = message;
  const dir = isLanguage(language) ? languages[language].dir : 'ltr';
  const plain = (
    <div className="sent as-sent" lang={language} dir={dir}>
      <Linked words={body} />
    </div>
  );
  if (html === null) return plain;
  return (
    <>
      <iframe
        className="mail"
        sandbox={sandbox}
        srcDoc={html.replace('<head>', head)}
        title={t('practice.mail', { subject: message.subject ?? '' })}
      />
      <details>
        <summary>{t('practice.plain')}</summary>
        {plain}
      </details>
    </>
  );
}

/** One practice email: its heading, and once opened the mail itself and a box to answer it. */
export function PracticeEmail({ message }: { message: Message }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { to, subject, at, language } = message;
  return (
    <details className="message" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b lang={language}>{subject ?? t('practice.no_subject')}</b>{' '}
        <span className="soft">{t('practice.to_at', { to, at: sayMoment(at) })}</span>
      </summary>
      {open ? (
        <div className="stack">
          <Body message={message} />
          <ReplyForm messageId={message.id} to={to} />
        </div>
      ) : null}
    </details>
  );
}
