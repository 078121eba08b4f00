import { DataTable } from '../../../parts/data-table.tsx';
import { useT, wordOf } from '../../../words.ts';
import type { Practised } from './session.ts';

type Row = Practised['recorded'][number];

function Answers({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const t = useT();
  return (
    <DataTable
      caption={caption}
      captionUnseen
      rows={rows}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'number', head: t('practise.number'), cell: ({ number }) => number },
        { key: 'words', head: t('practise.words'), cell: ({ title }) => <bdi>{title}</bdi> },
        {
          key: 'answer',
          head: t('practise.answer'),
          cell: ({ given, counts }) => (
            <>
              <bdi>{given}</bdi> {counts ? null : <span className="soft">({t('practise.not_counted')})</span>}
            </>
          ),
        },
        { key: 'by', head: t('practise.by'), cell: ({ mode }) => wordOf('mode', mode) },
      ]}
    />
  );
}

/** What would have been recorded: at the end as the outcome, before it for whoever wants to look. */
export function Recorded({ finished, recorded }: Pick<Practised, 'finished' | 'recorded'>) {
  const t = useT();
  if (recorded.length === 0) return null;
  if (!finished)
    return (
      <details className="gap">
        <summary>{t('practise.recorded_so_far')}</summary>
        <Answers rows={recorded} caption={t('practise.recorded_so_far')} />
      </details>
    );
  return (
    <>
      <h2 className="gap">{t('practise.recorded')}</h2>
      <Answers rows={recorded} caption={t('practise.recorded')} />
    </>
  );
}
