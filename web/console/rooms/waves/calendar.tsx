import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi } from '../../query.ts';
import { sayDay, today } from '../../say.ts';
import { type Translate, useT, type Word } from '../../words.ts';
import { type Entry, inMonths } from './months.ts';
import { WaveTabs } from './wave-tabs.tsx';

type Wave = Answer<'GET /api/v1/waves'>['items'][number];
type Coming = Answer<'GET /api/v1/calendar'>['items'][number];

const entryOfWave = (t: Translate, { id, name, opensOn, closesOn, status, purpose }: Wave): Entry => ({
  key: id,
  opensOn,
  closesOn,
  what: <Go to={`/waves/${id}`}>{name}</Go>,
  purpose: t(`waves.purpose.${purpose}`),
  state: t(`waves.status.${status}`),
});

/** A wave to come is planned from its campaign's page; why it was moved stands beside it. */
const entryToCome = (t: Translate, { campaignId, name, purpose, opensOn, closesOn, moved }: Coming): Entry => ({
  key: `${campaignId} ${opensOn}`,
  opensOn,
  closesOn,
  what: <Go to={`/campaigns/${campaignId}`}>{name}</Go>,
  purpose: t(`waves.purpose.${purpose}`),
  state: (
    <>
      {t('calendar.to_come')}
      {moved === null ? null : (
        <>
          . <Said>{moved}</Said>
        </>
      )}
    </>
  ),
});

const columns = (t: Translate): Column<Entry>[] => [
  { key: 'name', head: t('waves.name'), cell: ({ what }) => what },
  { key: 'opens', head: t('calendar.opens'), cell: ({ opensOn }) => sayDay(opensOn) },
  { key: 'closes', head: t('waves.closes'), cell: ({ closesOn }) => sayDay(closesOn) },
  { key: 'purpose', head: t('waves.purpose'), cell: ({ purpose }) => purpose },
  { key: 'state', head: t('waves.status'), cell: ({ state }) => state },
];

function Months({ entries }: { entries: readonly Entry[] }) {
  const t = useT();
  const months = inMonths(entries, today().slice(0, 7));
  const name = (month: string) => `${t(`month.${Number(month.slice(5))}` as Word)} ${month.slice(0, 4)}`;
  return (
    <>
      <nav aria-label={t('calendar.jump')} className="tabs">
        <ul>
          {months.map(({ month }) => (
            <li key={month}>
              <a href={`#m${month}`}>{name(month)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {months.map(({ month, entries: inMonth }) => (
        <section key={month} id={`m${month}`}>
          <h2>{name(month)}</h2>
          <DataTable
            caption={name(month)}
            captionUnseen
            columns={columns(t)}
            rows={inMonth}
            rowKey={({ key }) => key}
          />
        </section>
      ))}
    </>
  );
}

/** The same waves by the month they open in, with those to come by the rhythm of their campaigns. */
export default function Calendar() {
  const t = useT();
  const waves = useApi('GET /api/v1/waves');
  const coming = useApi('GET /api/v1/calendar');
  const mayPlan = useMay('officer', 'administrator');
  return (
    <Page title={t('waves.title')} part={t('waves.calendar')}>
      <WaveTabs />
      <Loaded query={waves} what={t('calendar.what')}>
        {({ items }) => (
          <Loaded query={coming} what={t('calendar.what')}>
            {(next) => {
              const entries = [
                ...items.map((wave) => entryOfWave(t, wave)),
                ...next.items.map((one) => entryToCome(t, one)),
              ];
              if (entries.length > 0) return <Months entries={entries} />;
              const act = mayPlan ? <Go to="/campaigns">{t('waves.campaigns')}</Go> : null;
              return <Empty act={act}>{t('calendar.empty')}</Empty>;
            }}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
