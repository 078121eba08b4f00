import { fileAddress } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Said } from '../../parts/said.tsx';
import { sayNumber } from '../../say.ts';
import { useT } from '../../words.ts';
import type { By } from './by.ts';
import type { Results } from './question.tsx';

/** How many answered and how, and how the numbers were made. */
export function Overview({ results }: { results: Results }) {
  const t = useT();
  const { answers, asked, rate, modes, method } = results;
  return (
    <div className="stack overview">
      <p>
        {t('results.answered', {
          answers: answers === null ? t('results.hidden') : sayNumber(answers),
          asked: sayNumber(asked),
          rate: (100 * rate).toFixed(1),
        })}
      </p>
      {modes.length > 0 ? (
        <p>
          {t('results.modes')}{' '}
          {modes.map(({ mode, count }, place) => (
            <span key={mode}>
              {place > 0 ? ', ' : ''}
              <Said>{mode}</Said> {count === null ? t('results.hidden') : sayNumber(count)}
            </span>
          ))}
          .
        </p>
      ) : null}
      {method.map((sentence) => (
        <p key={sentence} className="soft">
          <Said>{sentence}</Said>
        </p>
      ))}
    </div>
  );
}

/** Files: the figures as they are shown here, and for those who may, every response without a name. */
export function Downloads({ id, by }: { id: string; by: By }) {
  const t = useT();
  const analyst = useMay('analyst', 'administrator');
  return (
    <div className="acts downloads">
      <a
        className="go-button"
        href={fileAddress('GET /api/v1/waves/{id}/results.csv', { params: { id }, query: { by } })}
        download
      >
        {t('results.download')}
      </a>
      {analyst ? (
        <a
          className="go-button"
          href={fileAddress('GET /api/v1/waves/{id}/responses.csv', { params: { id } })}
          download
        >
          {t('results.download_responses')}
        </a>
      ) : null}
    </div>
  );
}
