import { Go } from '../../go.tsx';
import { useApi } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { useT } from '../../words.ts';

/** What can be won in a wave that is being planned, and the way to set it. */
export function PrizeOfPlan({ id }: { id: string }) {
  const t = useT();
  const { data } = useApi('GET /api/v1/waves/{id}/prize', { params: { id } });
  if (data === undefined) return null;
  const { prize } = data;
  return (
    <section aria-labelledby="prize">
      <h2 id="prize">{t('wave.prize')}</h2>
      <p>
        {prize === null
          ? t('prize.none')
          : t('prize.brief', { prize: prize.prize, count: prize.winners, day: sayDay(prize.closesOn) })}{' '}
        <Go to={`/waves/${id}/prize`}>{t(prize === null ? 'prize.set' : 'prize.change')}</Go>
      </p>
    </section>
  );
}
