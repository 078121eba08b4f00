import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { sayPence } from '../../say-pence.ts';
import { type Translate, useT } from '../../words.ts';
import { DropMailPrice } from './drop-mail-price.tsx';
import { SetMailPrice } from './set-mail-price.tsx';

type Prices = Answer<'GET /api/v1/email-prices'>;
type Line = Prices['set'][number];

function sentenceOf(t: Translate, { provider, today }: Prices): string {
  if (today === null) return t('mail_price.none', { provider });
  if (today.since !== null)
    return t('mail_price.today', { price: sayPence(today.perThousand), day: sayDay(today.since) });
  return t(provider === 'smtp' ? 'mail_price.smtp' : 'mail_price.sandbox');
}

const columns = (t: Translate, mayChange: boolean): Column<Line>[] => [
  { key: 'from', head: t('mail_price.from'), cell: ({ from }) => sayDay(from) },
  {
    key: 'price',
    head: t('mail_price.price'),
    figures: true,
    cell: ({ perThousand }) => sayPence(perThousand),
  },
  { key: 'by', head: t('mail_price.by'), cell: ({ by }) => by },
  ...(mayChange
    ? [
        {
          key: 'act',
          head: t('mail_price.act'),
          cell: ({ from }: Line) => <DropMailPrice from={from} />,
        } satisfies Column<Line>,
      ]
    : []),
];

/** What a thousand mails cost through the provider that is connected, with every price that was set. */
export function MailPrice() {
  const t = useT();
  const mayChange = useMay('administrator');
  const query = useApi('GET /api/v1/email-prices');
  return (
    <section aria-labelledby="mail-price">
      <h2 id="mail-price">{t('mail_price.title')}</h2>
      <Loaded query={query} what={t('mail_price.what')}>
        {(prices) => (
          <>
            <p>{sentenceOf(t, prices)}</p>
            {prices.set.length > 0 ? (
              <DataTable
                caption={t('mail_price.caption')}
                columns={columns(t, mayChange)}
                rows={prices.set}
                rowKey={({ from }) => from}
              />
            ) : null}
            {mayChange ? <SetMailPrice /> : null}
          </>
        )}
      </Loaded>
    </section>
  );
}
