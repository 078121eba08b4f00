import type { Answer } from '../../../shared/api.ts';
import { Go } from '../../go.tsx';
import { sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';

/** Long work under way, each a link to its page; nothing when there is none. */
export function Running({ running }: { running: Answer<'GET /api/v1/home'>['running'] }) {
  const t = useT();
  if (running.length === 0) return null;
  return (
    <section>
      <h2>{t('imports.running')}</h2>
      <ul>
        {running.map(({ id, filename, done, rows }) => (
          <li key={id}>
            <Go to={`/residents/import/${id}`}>
              {t('imports.running_line', { name: filename, done: sayNumber(done), rows: sayNumber(rows) })}
            </Go>
          </li>
        ))}
      </ul>
    </section>
  );
}
