import { isLanguage, languages } from '../../../../surveys/language.ts';
import type { Answer } from '../../../shared/api.ts';
import { useT, wordOf } from '../../words.ts';

type Message = Answer<'GET /api/v1/waves/{id}/samples'>['messages'][number];

const dirOf = (code: string) => (isLanguage(code) ? languages[code].dir : 'ltr');

/** One message as it would be sent: by which way, in which language and size, and its words. */
export function SampleMessage({ message }: { message: Message }) {
  const t = useT();
  const { step, channel, language, format, subject, words, segments } = message;
  return (
    <article className="message">
      <h3>
        {t('words.step', { number: step + 1, channel: t(`channel.${channel}`), language: wordOf('tongue', language) })}
      </h3>
      <p className="soft">
        {channel === 'post' ? t(`format.${format}`) : null}
        {segments === null ? null : t('words.segments', { count: segments })}
      </p>
      <div lang={language} dir={dirOf(language)} className="sent">
        {subject === null ? null : <p className="subject">{subject}</p>}
        <p className="as-sent">{words}</p>
      </div>
    </article>
  );
}
