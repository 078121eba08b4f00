import { Go } from '../../go.tsx';
import { Said } from '../../parts/said.tsx';
import { sayDay } from '../../say.ts';
import { useT } from '../../words.ts';
import { useCheck, type Wave } from './plan.ts';

function Checked({ id }: { id: string }) {
  const t = useT();
  const { data } = useCheck(id);
  if (!data) return null;
  const stops = data.checks.filter(({ level }) => level === 'stops').length;
  return t('plan.checked', { stops, know: data.checks.length - stops });
}

/** The tasks of a plan, each its own page, with how each stands. */
export function Tasks({ wave }: { wave: Wave }) {
  const t = useT();
  const { id } = wave;
  const tasks = [
    {
      key: 'what',
      stands: t('plan.what_stands', {
        name: wave.questionnaireName || t('plan.no_questionnaire'),
        from: sayDay(wave.opensOn),
        to: sayDay(wave.closesOn),
      }),
    },
    { key: 'who', stands: <Said>{wave.audienceSentence}</Said> },
    { key: 'steps', stands: <Said>{wave.planSentences.join(' ')}</Said> },
    { key: 'words', stands: t('plan.words_stands') },
    { key: 'check', stands: <Checked id={id} /> },
  ] as const;
  return (
    <ol className="tasks">
      {tasks.map(({ key, stands }) => (
        <li key={key}>
          <Go to={`/waves/${id}/plan/${key}`}>{t(`plan.task.${key}`)}</Go>
          <span>{stands}</span>
        </li>
      ))}
    </ol>
  );
}
