import type { Answer } from '../../../shared/api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Said } from '../../parts/said.tsx';
import { type Translate, useT } from '../../words.ts';
import type { Translation } from './translation.ts';

type FilePlan = Answer<'POST /api/v1/questionnaires/{id}/languages/{code}/file/check'>;
type Change = FilePlan['changes'][number];
type Fault = FilePlan['faults'][number];

function Becomes({ change: { to, was, overApproved } }: { change: Change }) {
  const t = useT();
  return (
    <>
      {t(`translate.status_${to}`)}
      {overApproved ? (
        <>
          . <b>{t('bring.over')}</b>
        </>
      ) : null}
      {was === null ? null : `. ${t('bring.stale', { was })}`}
    </>
  );
}

function changeColumns({ code, dir }: Translation['language'], t: Translate): Column<Change>[] {
  const words = (text: string) => (
    <span lang={code} dir={dir} className="plan-words">
      {text || t('translate.nothing')}
    </span>
  );
  return [
    { key: 'where', head: t('bring.where'), cell: ({ where }) => <Said>{where}</Said> },
    { key: 'source', head: t('bring.source'), cell: ({ source }) => source },
    { key: 'before', head: t('bring.before'), cell: ({ before }) => words(before) },
    { key: 'after', head: t('bring.after'), cell: ({ after }) => words(after) },
    { key: 'becomes', head: t('bring.becomes'), cell: (change) => <Becomes change={change} /> },
  ];
}

const faultColumns = (t: Translate): Column<Fault>[] => [
  { key: 'where', head: t('bring.where'), cell: ({ where, key }) => <Said>{`${where} (${key})`}</Said> },
  { key: 'why', head: t('bring.why'), cell: ({ sentence }) => <Said>{sentence}</Said> },
];

/** What a file would do, text by text, before anything is done. */
export function Plan({ plan, language }: { plan: FilePlan; language: Translation['language'] }) {
  const t = useT();
  const { changes, faults, same, empty } = plan;
  return (
    <div className="stack">
      {changes.length === 0 ? (
        <p>{t('bring.none')}</p>
      ) : (
        <DataTable
          caption={t('bring.changes')}
          columns={changeColumns(language, t)}
          rows={changes}
          rowKey={({ key }) => key}
        />
      )}
      {faults.length > 0 ? (
        <DataTable
          caption={t('bring.faults', { count: faults.length })}
          columns={faultColumns(t)}
          rows={faults}
          rowKey={({ key, sentence }) => `${key} ${sentence}`}
        />
      ) : null}
      <p className="soft">{t('bring.same', { same, empty })}</p>
    </div>
  );
}
