import { Button } from '@mantine/core';
import { fileAddress } from '../../../shared/api.ts';
import { announce } from '../../announce.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { saySize } from '../../say.ts';
import { type Translate, useT, wordOf } from '../../words.ts';
import type { Meeting } from './meeting-page.tsx';

type Paper = Meeting['papers'][number];

const about = ({ agendaItemId }: Paper, { items }: Meeting, t: Translate): string => {
  const item = items.find(({ id }) => id === agendaItemId);
  return item ? t('papers.item', { number: item.number, title: item.title }) : t('papers.whole');
};

const columns = (t: Translate, meeting: Meeting, remove: (paper: Paper) => void): Column<Paper>[] => [
  {
    key: 'title',
    head: t('papers.paper'),
    cell: ({ id, title, size }) => (
      <a href={fileAddress('GET /api/v1/papers/{id}/file', { params: { id } })}>
        {title} (PDF, {saySize(size)})
      </a>
    ),
  },
  { key: 'kind', head: t('papers.kind'), cell: ({ kind }) => t(`papers.kind_${kind}`) },
  { key: 'about', head: t('papers.about'), cell: (paper) => about(paper, meeting, t) },
  { key: 'language', head: t('members.language'), cell: ({ language }) => wordOf('tongue', language) },
  { key: 'format', head: t('members.format'), cell: ({ format }) => t(`format.${format}`) },
  ...(meeting.sent.at === null
    ? [
        {
          key: 'act',
          head: t('members.act'),
          cell: (paper: Paper) => (
            <Button onClick={() => remove(paper)}>
              {t('steps.remove')} <span className="unseen">{paper.title}</span>
            </Button>
          ),
        },
      ]
    : []),
];

/** The papers of a meeting, each to be opened, and taken out while the pack is not sent. */
export function Papers({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const remove = useChange('DELETE /api/v1/papers/{id}');
  const take = ({ id, title }: Paper) =>
    remove.mutate({ params: { id } }, { onSuccess: () => announce(t('papers.removed', { title })) });
  if (meeting.papers.length === 0) return <Empty>{t('papers.none')}</Empty>;
  return (
    <>
      <ErrorNote error={remove.error} />
      <DataTable
        caption={t('papers.title')}
        captionUnseen
        columns={columns(t, meeting, take)}
        rows={meeting.papers}
        rowKey={({ id }) => id}
      />
    </>
  );
}
