import type { Answer } from '../../../shared/api.ts';
import { useMay } from '../../frame/me.ts';
import { Go, GoButton } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi } from '../../query.ts';
import { sayDay, sayNumber, today } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { PartTabs } from '../taking-part/part-tabs.tsx';
import { NewGroup } from './new-group.tsx';

type Group = Answer<'GET /api/v1/groups'>['items'][number];
type Panel = Answer<'GET /api/v1/panels'>['items'][number];
type Meeting = Group['meetings'][number];

/** The meeting that comes next, else the last one held. */
function nearest(meetings: readonly Meeting[]): Meeting | undefined {
  const sorted = meetings.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
  return sorted.find(({ heldOn }) => heldOn >= today()) ?? sorted.at(-1);
}

function Nearest({ meetings }: { meetings: readonly Meeting[] }) {
  const t = useT();
  const meeting = nearest(meetings);
  if (!meeting) return t('groups.no_meeting');
  return <Go to={`/meetings/${meeting.id}`}>{`${meeting.title}, ${sayDay(meeting.heldOn)}`}</Go>;
}

const named = (t: Translate, may: boolean): Column<Panel> => ({
  key: 'name',
  head: t('groups.name'),
  cell: ({ id, name }) => (may ? <Go to={`/groups/${id}`}>{name}</Go> : name),
});
const counted = (t: Translate): Column<Panel> => ({
  key: 'members',
  head: t('groups.members'),
  figures: true,
  cell: ({ members }) => sayNumber(members),
});

function Groups({ may }: { may: boolean }) {
  const t = useT();
  const groups = useApi('GET /api/v1/groups');
  const columns: Column<Group>[] = [
    named(t, may),
    counted(t),
    { key: 'meeting', head: t('groups.meeting'), cell: ({ meetings }) => <Nearest meetings={meetings} /> },
  ];
  return (
    <section>
      <h2>{t('groups.halo')}</h2>
      <Loaded query={groups} what={t('groups.what')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('groups.none')}</Empty>
          ) : (
            <DataTable
              caption={t('groups.halo')}
              captionUnseen
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
    </section>
  );
}

function Panels({ may }: { may: boolean }) {
  const t = useT();
  const panels = useApi('GET /api/v1/panels');
  const columns: Column<Panel>[] = [
    named(t, may),
    counted(t),
    { key: 'about', head: t('groups.about'), cell: ({ about }) => about },
  ];
  return (
    <section>
      <h2>{t('groups.panels')}</h2>
      <Loaded query={panels} what={t('groups.what_panels')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('groups.no_panels')}</Empty>
          ) : (
            <DataTable
              caption={t('groups.panels')}
              captionUnseen
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
    </section>
  );
}

/** Panels that are asked, and halo groups that meet. */
export default function GroupsRoom() {
  const t = useT();
  const may = useMay('officer', 'administrator');
  return (
    <Page
      title={t('nav.groups')}
      acts={
        <>
          {may ? <NewGroup /> : null}
          <GoButton to="/outcomes">{t('outcomes.title')}</GoButton>
        </>
      }
    >
      {may ? <PartTabs /> : null}
      <Groups may={may} />
      <Panels may={may} />
    </Page>
  );
}
