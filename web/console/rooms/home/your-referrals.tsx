import { Go } from '../../go.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';
import { outcomeWords } from '../taking-part/my-referrals.tsx';

/** As many as stand on Home; the rest are on their own page. */
const newest = 3;

/** What came of the residents I referred; nothing for who referred nobody. */
export function YourReferrals() {
  const t = useT();
  const items = useApi('GET /api/v1/referrals/mine', { query: { limit: newest } }).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="your-referrals">
      <h2 id="your-referrals">{t('referrals.mine')}</h2>
      <dl className="lessons">
        {items.map((mine) => (
          <div key={mine.id}>
            <dt>{mine.name}</dt>
            <dd>{outcomeWords(t, mine)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Go to="/refer">{t('referrals.all_mine')}</Go>
      </p>
    </section>
  );
}
