import type { Answer } from '../../../shared/api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi } from '../../query.ts';
import { sayDay, sayMoment, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { KeepMonths } from './keep-months.tsx';
import { KeepSwitch } from './keep-switch.tsx';
import { SettingsPage } from './settings-page.tsx';

export type Retention = Answer<'GET /api/v1/retention'>;
export type Rule = Retention['rules'][number];

const columns = (t: Translate): Column<Rule>[] => [
  { key: 'kind', head: t('keeping.kind'), cell: ({ title }) => <Said>{title}</Said> },
  {
    key: 'months',
    head: t('keeping.months'),
    cell: ({ months, usual }) => (
      <>
        {t('keeping.months_count', { count: months })}
        {months === usual ? null : <span className="soft"> ({t('keeping.usual', { count: usual })})</span>}
      </>
    ),
  },
  {
    key: 'count',
    head: t('keeping.count'),
    figures: true,
    cell: ({ count }) => (count === 0 ? t('keeping.none') : sayNumber(count)),
  },
  { key: 'oldest', head: t('keeping.oldest'), cell: ({ oldest }) => (oldest === null ? '' : sayDay(oldest)) },
  { key: 'becomes', head: t('keeping.becomes'), cell: ({ becomes }) => <Said>{becomes}</Said> },
  { key: 'act', head: t('settings.change'), cell: (rule) => <KeepMonths key={rule.months} rule={rule} /> },
];

/** How long each kind of data is kept, what would go now, and whether it goes by itself. */
export default function KeepingRoom() {
  const t = useT();
  const query = useApi('GET /api/v1/retention');
  return (
    <SettingsPage title={t('keeping.title')}>
      <Loaded query={query} what={t('keeping.what')}>
        {(retention) => (
          <>
            <KeepSwitch retention={retention} />
            <p className="soft">
              {retention.ranAt === null
                ? t('keeping.never')
                : t('keeping.ran', { when: sayMoment(retention.ranAt), count: sayNumber(retention.wentCount ?? 0) })}
            </p>
            <DataTable
              caption={t('keeping.title')}
              captionUnseen
              columns={columns(t)}
              rows={retention.rules}
              rowKey={({ kind }) => kind}
            />
            <p className="gap">{t('keeping.stops')}</p>
          </>
        )}
      </Loaded>
    </SettingsPage>
  );
}
