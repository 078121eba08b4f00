import { Button } from '@mantine/core';
import { announce } from '../../announce.tsx';
import { useMay } from '../../frame/me.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { type Translate, useT } from '../../words.ts';
import type { Questionnaire } from './rows.ts';

type Edition = Questionnaire['editions'][number];

function Approve({ id, edition }: { id: string; edition: Edition }) {
  const t = useT();
  const approve = useChange('POST /api/v1/questionnaires/{id}/approve');
  const { language, name } = edition;
  return (
    <>
      <Button
        aria-disabled={approve.isPending}
        onClick={() =>
          approve.mutate(
            { params: { id }, body: { language } },
            { onSuccess: () => announce(t('editions.approved_now', { name })) },
          )
        }
      >
        {t('editions.approve', { name })}
      </Button>
      <ErrorNote error={approve.error} />
    </>
  );
}

const stands = ({ status, approvedBy }: Edition, t: Translate) =>
  status === 'approved' && approvedBy !== null
    ? t('editions.approved_by', { who: approvedBy })
    : t(`editions.status_${status}`);

const canApprove = ({ status, done, total }: Edition, published: boolean) =>
  published && done === total && status !== 'approved';

const columns = (t: Translate, { id, version }: Questionnaire, may: boolean): Column<Edition>[] => [
  { key: 'name', head: t('editions.language'), cell: ({ language, name }) => <span lang={language}>{name}</span> },
  {
    key: 'done',
    head: t('editions.done'),
    figures: true,
    cell: ({ done, total }) => t('editions.of', { done, total }),
  },
  { key: 'status', head: t('editions.status'), cell: (edition) => stands(edition, t) },
  ...(may
    ? [
        {
          key: 'act',
          head: t('editions.act'),
          cell: (edition: Edition) =>
            canApprove(edition, version !== null) ? <Approve id={id} edition={edition} /> : null,
        },
      ]
    : []),
];

/** How far each language is, and who said that it is right. */
export function Editions({ questionnaire, onAdd }: { questionnaire: Questionnaire; onAdd: (code: string) => void }) {
  const t = useT();
  const may = useMay('officer', 'administrator');
  const { editions, addable } = questionnaire;
  return (
    <section>
      <h2>{t('editions.title')}</h2>
      <DataTable
        caption={t('editions.title')}
        captionUnseen
        columns={columns(t, questionnaire, may)}
        rows={editions}
        rowKey={({ language }) => language}
      />
      {may && addable.length > 0 ? (
        <div className="acts gap-small">
          {addable.map(({ code, name }) => (
            <Button key={code} onClick={() => onAdd(code)}>
              {t('editions.add', { name })}
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  );
}
