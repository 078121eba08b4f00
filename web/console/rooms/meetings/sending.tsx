import { sayMoment } from '../../say.ts';
import { useT, wordOf } from '../../words.ts';
import type { Meeting } from './meeting-page.tsx';

/** How the sending went, who has commented, and of whom nothing has been heard yet. */
export function Sending({ meeting: { sent } }: { meeting: Meeting }) {
  const t = useT();
  if (sent.at === null) return null;
  return (
    <div className="stack">
      <p>
        {t('pack.sent', { at: sayMoment(sent.at), number: sent.recipients })}{' '}
        {sent.byChannel
          .map(({ channel, status, count }) => `${wordOf('channel', channel)}, ${wordOf('status', status)}: ${count}`)
          .join('; ')}
      </p>
      <p>{t('pack.commented', { number: sent.commented })}</p>
      {sent.notYet.length > 0 ? (
        <details>
          <summary>{t('pack.not_yet', { number: sent.notYet.length })}</summary>
          <ul>
            {sent.notYet.map(({ residentId, name }) => (
              <li key={residentId}>{name}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
