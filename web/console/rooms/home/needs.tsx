import type { Answer } from '../../../shared/api.ts';
import { GoButton } from '../../go.tsx';
import { Said } from '../../parts/said.tsx';
import { sayMoment } from '../../say.ts';
import { useT } from '../../words.ts';

type Home = Answer<'GET /api/v1/home'>;

function Need({ need }: { need: Home['needs'][number] }) {
  const t = useT();
  return (
    <li>
      <p>
        <Said>{need.sentence}</Said>{' '}
        {need.since ? <span className="soft">{t('home.since', { when: sayMoment(need.since) })}</span> : null}
      </p>
      <GoButton to={need.link}>
        <Said>{need.action}</Said>
      </GoButton>
    </li>
  );
}

/** What waits for a person, the most pressing first. */
export function Needs({ needs, next }: { needs: Home['needs']; next: string | null }) {
  const t = useT();
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{t('home.needs', { number: needs.length })}</h2>
      {needs.length === 0 ? (
        <p>
          {t('home.nothing')} {next ? <Said>{next}</Said> : null}
        </p>
      ) : (
        <ul className="needs">
          {needs.map((need) => (
            <Need key={`${need.kind} ${need.sentence}`} need={need} />
          ))}
        </ul>
      )}
    </section>
  );
}
