import { darkRules } from '../../../charts/paint.ts';
import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useLive } from '../../query.ts';
import { sayDay, sayNumber, sayShare } from '../../say.ts';
import { type Translate, useT, wordOf } from '../../words.ts';
import { Markup } from '../results/markup.tsx';
import { useSpokenCount } from './spoken-count.ts';
import type { Wave } from './wave-page.tsx';

type Fieldwork = Answer<'GET /api/v1/waves/{id}/fieldwork'>;
type Outcome = Fieldwork['dispositions'][number];

/** What the picture looks like on a dark page. */
const dark = darkRules('[data-mantine-color-scheme="dark"]');

function Headline({ work }: { work: Fieldwork }) {
  const t = useT();
  useSpokenCount(work.answered);
  const { points, needed, enough, toAsk } = work.aim;
  const more = enough || toAsk === null ? '' : ` ${t('fieldwork.to_ask', { people: sayNumber(toAsk) })}`;
  return (
    <>
      <p className="headline">
        <span className="big">{sayNumber(work.answered)}</span>{' '}
        {t('fieldwork.answered', { asked: sayNumber(work.asked), share: sayShare(work.answered, work.asked) })}
        {work.margin === null ? null : ` ${t('fieldwork.margin', { points: work.margin.toFixed(1) })}`}{' '}
        {t(enough ? 'fieldwork.enough' : 'fieldwork.not_enough', { points, needed: sayNumber(needed) })}
        {more}
      </p>
      <p>
        <b>{t(`health.${work.health.word}`)}.</b> <Said>{work.health.reason}</Said>
      </p>
    </>
  );
}

/** The response rate with the sum it comes from. */
function Rate({ work }: { work: Fieldwork }) {
  const t = useT();
  if (work.rate === null) return null;
  const gone = work.dispositions.find(({ code }) => code === 'gone')?.count ?? 0;
  const [answered, asked] = [sayNumber(work.answered), sayNumber(work.asked)];
  return (
    <p className="soft">
      {t('fieldwork.rate', { rate: sayShare(work.rate, 1), answered, asked, gone: sayNumber(gone) })}
    </p>
  );
}

const outcomes = (t: Translate, wave: Wave, linked: boolean): Column<Outcome>[] => [
  {
    key: 'label',
    head: t('fieldwork.outcome'),
    cell: ({ code, label }) =>
      linked ? (
        <Go to={`/waves/${wave.id}/people?disposition=${code}`}>
          <Said>{label}</Said>
        </Go>
      ) : (
        <Said>{label}</Said>
      ),
  },
  { key: 'count', head: t('fieldwork.people'), figures: true, cell: ({ count }) => sayNumber(count) },
];

const modes = (t: Translate): Column<Fieldwork['modes'][number]>[] => [
  { key: 'mode', head: t('fieldwork.mode'), cell: ({ mode }) => wordOf('mode', mode) },
  { key: 'count', head: t('waves.answered'), figures: true, cell: ({ count }) => sayNumber(count) },
];

type Day = Fieldwork['days'][number];

const days = (t: Translate, rows: readonly Day[]): Column<Day>[] => [
  { key: 'day', head: t('waves.day'), cell: ({ day }) => sayDay(day) },
  { key: 'answered', head: t('waves.answered'), figures: true, cell: ({ answered }) => sayNumber(answered) },
  ...[...new Set(rows.flatMap(({ modes }) => modes.map(({ mode }) => mode)))].sort().map(
    (mode): Column<Day> => ({
      key: mode,
      head: wordOf('mode', mode),
      figures: true,
      cell: (row) => sayNumber(row.modes.find((each) => each.mode === mode)?.count ?? 0),
    }),
  ),
];

function Notices({ notices }: { notices: readonly string[] }) {
  if (notices.length === 0) return null;
  return (
    <div className="note note-warn">
      {notices.map((notice) => (
        <p key={notice}>
          <Said>{notice}</Said>
        </p>
      ))}
    </div>
  );
}

function Ways({ rows }: { rows: Fieldwork['modes'] }) {
  const t = useT();
  if (rows.length === 0) return null;
  const name = t('fieldwork.ways');
  return (
    <section>
      <h2>{name}</h2>
      <DataTable caption={name} captionUnseen columns={modes(t)} rows={rows} rowKey={({ mode }) => mode} />
    </section>
  );
}

/** Answers each day: a picture, then its numbers by way. Before the first, when to expect some. */
function Days({ work, closed }: { work: Fieldwork; closed: boolean }) {
  const t = useT();
  const name = t('fieldwork.days');
  const rows = work.days;
  return (
    <section>
      <h2>{name}</h2>
      {rows.length === 0 ? (
        <p>{closed ? t('fieldwork.nobody') : <Said>{work.opening ?? t('fieldwork.no_days')}</Said>}</p>
      ) : (
        <>
          <style>{dark}</style>
          <Markup html={work.chart} label={t('fieldwork.chart')} />
          <DataTable caption={name} captionUnseen columns={days(t, rows)} rows={rows} rowKey={({ day }) => day} />
        </>
      )}
    </section>
  );
}

/** Live progress of a launched wave: every count of people opens into the people. */
export function Fieldwork({ wave }: { wave: Wave }) {
  const t = useT();
  const linked = useMay('officer', 'administrator');
  const work = useLive('GET /api/v1/waves/{id}/fieldwork', { params: { id: wave.id } });
  return (
    <Loaded query={work} what={t('fieldwork.what')}>
      {(found) => (
        <>
          <div className="stack">
            <Headline work={found} />
            <Notices notices={found.notices} />
          </div>
          <div className="columns">
            <section>
              <h2>{t('fieldwork.outcomes', { asked: sayNumber(found.asked) })}</h2>
              <DataTable
                caption={t('fieldwork.outcomes_table')}
                captionUnseen
                columns={outcomes(t, wave, linked)}
                rows={found.dispositions}
                rowKey={({ code }) => code}
              />
              <Rate work={found} />
            </section>
            <Ways rows={found.modes} />
          </div>
          <Days work={found} closed={wave.status === 'closed'} />
        </>
      )}
    </Loaded>
  );
}
