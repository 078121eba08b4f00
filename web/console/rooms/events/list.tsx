import type { Answer } from '../../../shared/api.ts';
import { Go, GoButton } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Listed } from '../../parts/listed.tsx';
import { Page } from '../../parts/page.tsx';
import { useList } from '../../query.ts';
import { sayDay, sayNumber } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { PartTabs } from '../taking-part/part-tabs.tsx';

type Event = Answer<'GET /api/v1/events'>['items'][number];

/** Where an invitation stands, in words. */
export const stateWords = (t: Translate, { sentAt, calledOffAt }: Pick<Event, 'sentAt' | 'calledOffAt'>): string => {
  if (calledOffAt !== null) return t('events.called_off');
  return sentAt === null ? t('events.not_sent') : t('events.sent', { at: sayDay(sentAt) });
};

const columns = (t: Translate): Column<Event>[] => [
  { key: 'title', head: t('events.name'), cell: ({ id, title }) => <Go to={`/events/${id}`}>{title}</Go> },
  { key: 'kind', head: t('groups.kind'), cell: ({ kind }) => t(`events.kind_${kind}`) },
  { key: 'when', head: t('events.when'), cell: ({ heldOn }) => (heldOn === null ? '' : sayDay(heldOn)) },
  { key: 'state', head: t('waves.status'), cell: (event) => stateWords(t, event) },
  { key: 'invited', head: t('events.invited'), figures: true, cell: ({ invited }) => sayNumber(invited) },
  {
    key: 'replies',
    head: t('events.reply'),
    cell: ({ yes, no, maybe }) => t('events.count', { yes, no, maybe }),
  },
];

/** Invitations to focus groups and into groups, newest first. */
export default function Events() {
  const t = useT();
  const list = useList('GET /api/v1/events', { query: {} });
  const plan = <GoButton to="/events/new">{t('events.new')}</GoButton>;
  return (
    <Page title={t('events.title')} acts={plan}>
      <PartTabs />
      <Listed list={list} what={t('events.what')} empty={<Empty act={plan}>{t('events.none')}</Empty>}>
        {(items) => (
          <DataTable
            caption={t('events.title')}
            captionUnseen
            columns={columns(t)}
            rows={items}
            rowKey={({ id }) => id}
          />
        )}
      </Listed>
    </Page>
  );
}
