import { Button } from '@mantine/core';
import { ApiProblem } from '../../shared/api.ts';
import { sayTime } from '../say.ts';
import { useT } from '../words.ts';
import { Said } from './said.tsx';

function Told({ error }: { error: unknown }) {
  const t = useT();
  if (!(error instanceof ApiProblem)) return <p>{t('error.page')}</p>;
  if (error.title === '') return <p>{t(error.status === 0 ? 'error.no_answer' : 'error.odd')}</p>;
  return (
    <>
      <p>
        <b>
          <Said>{error.title}</Said>
        </b>
      </p>
      {error.faults.length > 0 ? (
        <ul>
          {error.faults.map((fault) => (
            <li key={`${fault.path} ${fault.message}`}>
              <Said>{`${fault.path.replace(/^(body|query|params)\./, '')}: ${fault.message}`}</Said>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Said>{error.detail}</Said>
        </p>
      )}
    </>
  );
}

/** What went wrong, in place: what happened, "Try again", and a reference to quote. Shown as an alert when it appears. */
export function ErrorNote({ error, again }: { error: unknown; again?: () => void }) {
  const t = useT();
  if (!error) return null;
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <div role="alert" className="note note-error">
      <Told error={error} />
      {again ? <Button onClick={again}>{t('error.again')}</Button> : null}
      {problem ? (
        <p className="soft">{t('error.reference', { code: problem.code, time: sayTime(problem.at) })}</p>
      ) : null}
    </div>
  );
}
