import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useLive } from '../../query.ts';
import { sayDay, sayNumber, sayShare } from '../../say.ts';
import { type Translate, useT, wordOf } from '../../words.ts';
import { useSpokenCount } from './spoken-count.ts';
import type { Wave } from './wave-page.tsx';

type Fieldwork = Answer<'GET /api/v1/waves/{id}/fieldwork'>;
type Outcome = Fieldwork['dispositions'][number];

function Headline({ work }: { work: Fieldwork }) {
  const t = useT();
  useSpokenCount(work.answered);
  return (
    <p className="headline">
      <span className="big">{sayNumber(work.answered)}</span>{' '}
      {t('fieldwork.answered', { asked: sayNumber(work.asked), share: sayShare(work.answered, work.asked) })}
      {work.margin === null ? null : ` ${t('fieldwork.margin', { points: work.margin.toFixed(1) })}`}
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

const days = (t: Translate): Column<Fieldwork['days'][number]>[] => [
  { key: 'day', head: t('waves.day'), cell: ({ day }) => sayDay(day) },
  { key: 'answered', head: t('waves.answered'), figures: true, cell: ({ answered }) => sayNumber(answered) },
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

function Days({ rows, closed }: { rows: Fieldwork['days']; closed: boolean }) {
  const t = useT();
  const name = t('fieldwork.days');
  return (
    <section>
      <h2>{name}</h2>
      {rows.length === 0 ? (
        <p>{t(closed ? 'fieldwork.nobody' : 'fieldwork.no_days')}</p>
      ) : (
        <DataTable caption={name} captionUnseen columns={days(t)} rows={rows} rowKey={({ day }) => day} />
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
          <Headline work={found} />
          <Notices notices={found.notices} />
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
            </section>
            <Ways rows={found.modes} />
            <Days rows={found.days} closed={wave.status === 'closed'} />
          </div>
        </>
      )}
    </Loaded>
  );
}
