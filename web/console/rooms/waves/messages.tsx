import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import { useLive } from '../../query.ts';
import { sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { Batches } from '../post/batches.tsx';
import { useWave, type Wave, WavePage } from './wave-page.tsx';

type Work = Answer<'GET /api/v1/waves/{id}/fieldwork'>;
type Line = Work['channels'][number];
type Failure = Work['failures'][number];

const stages = ['due', 'sent', 'delivered', 'failed'] as const;

const columns = (t: Translate, wave: Wave, linked: boolean): Column<Line>[] => [
  { key: 'channel', head: t('messages.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
  ...stages.map(
    (stage): Column<Line> => ({
      key: stage,
      head: t(`messages.${stage}`),
      figures: true,
      cell: (line) => sayNumber(line[stage]),
    }),
  ),
  {
    key: 'unknown',
    head: t('messages.unknown'),
    figures: true,
    cell: ({ unknown }) =>
      unknown > 0 && linked ? <Go to={`/deliveries?wave=${wave.id}`}>{sayNumber(unknown)}</Go> : sayNumber(unknown),
  },
];

const failures = (t: Translate): Column<Failure>[] => [
  { key: 'reason', head: t('messages.reason'), cell: ({ reason }) => <Said>{reason}</Said> },
  { key: 'channel', head: t('messages.channel'), cell: ({ channel }) => t(`channel.${channel}`) },
  { key: 'count', head: t('fieldwork.people'), figures: true, cell: ({ count }) => sayNumber(count) },
];

function Failures({ rows }: { rows: readonly Failure[] }) {
  const t = useT();
  return (
    <section>
      <h2>{t('messages.failures')}</h2>
      {rows.length === 0 ? (
        <p>{t('messages.no_failures')}</p>
      ) : (
        <DataTable
          caption={t('messages.failures')}
          captionUnseen
          columns={failures(t)}
          rows={rows}
          rowKey={({ channel, reason }) => `${channel} ${reason}`}
        />
      )}
    </section>
  );
}

function Messages({ wave }: { wave: Wave }) {
  const t = useT();
  const linked = useMay('officer', 'administrator');
  const work = useLive('GET /api/v1/waves/{id}/fieldwork', { params: { id: wave.id } });
  return (
    <>
      <Loaded query={work} what={t('messages.what')}>
        {(found) => (
          <>
            <DataTable
              caption={t('messages.caption')}
              columns={columns(t, wave, linked)}
              rows={found.channels}
              rowKey={({ channel }) => channel}
            />
            <p className="soft">{t('messages.unknown_means')}</p>
            <Failures rows={found.failures} />
          </>
        )}
      </Loaded>
      {linked ? <Batches wave={wave.id} /> : null}
    </>
  );
}

/** What was sent by each way, what failed and why, and the letters to post. */
export default function MessagesRoom() {
  return (
    <WavePage wave={useWave()} tab="messages">
      {(wave) => <Messages wave={wave} />}
    </WavePage>
  );
}
