import { useT } from '../../../words.ts';
import { type Chosen, type ShownAs, useTabOrder } from './shown.ts';
import { named } from './web.tsx';

interface EmailPreviewProps {
  shown: Pick<ShownAs<'email'>, 'subject' | 'html' | 'text'>;
  chosen: Pick<Chosen, 'language' | 'dir'>;
}

/** The invitation by email, in a frame where nothing runs and nothing can be followed, and its part without design. */
export function EmailPreview({ shown: { subject, html, text }, chosen: { language, dir } }: EmailPreviewProps) {
  const t = useT();
  const order = useTabOrder();
  const title = t('preview.frame_email');
  return (
    <>
      <p className="subject">
        {t('preview.subject', { subject: '' })}
        <bdi lang={language}>{subject}</bdi>
      </p>
      <iframe className="preview-page" title={title} tabIndex={order} sandbox="" srcDoc={named(html, title)} />
      <details>
        <summary tabIndex={order}>{t('preview.mail_text')}</summary>
        <p className="as-sent" lang={language} dir={dir}>
          {text}
        </p>
      </details>
    </>
  );
}
