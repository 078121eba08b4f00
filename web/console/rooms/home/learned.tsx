import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Go } from '../../go.tsx';
import { Said } from '../../parts/said.tsx';
import { useT } from '../../words.ts';

type Lesson = Answer<'GET /api/v1/home'>['learned'][number];

/** One sentence of each of the newest closed waves. */
export function Learned({ learned }: { learned: readonly Lesson[] }) {
  const t = useT();
  const linked = useMay('officer', 'analyst', 'administrator');
  return (
    <section aria-labelledby="learned">
      <h2 id="learned">{t('home.learned')}</h2>
      {learned.length === 0 ? <p>{t('home.no_learned')}</p> : null}
      <dl className="lessons">
        {learned.map(({ waveId, name, sentence }) => (
          <div key={waveId}>
            <dt>{linked ? <Go to={`/results/${waveId}`}>{name}</Go> : name}</dt>
            <dd>
              <Said>{sentence}</Said>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
