import type { Answer } from '../../../shared/api.ts';
import { Go, GoButton, useParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi } from '../../query.ts';
import { sayDay, today } from '../../say.ts';
import { type Translate, useT, wordOf } from '../../words.ts';
import { AddMember } from './add-member.tsx';
import { Leave } from './leave.tsx';
import { Pause, Term } from './member-acts.tsx';
import { PastMembers } from './past-members.tsx';

type Group = Answer<'GET /api/v1/groups/{id}'>;
type Member = Group['list'][number];
type Meeting = Group['meetings'][number];

/** On a break, with a term, or simply a member. */
function standingWords(t: Translate, { pausedUntil, termEndsOn, joinedBy }: Member): string {
  const parts = [
    pausedUntil === null ? t('members.active') : t('members.paused_until', { day: sayDay(pausedUntil) }),
    t(`members.joined_${joinedBy}`),
    termEndsOn === null
      ? ''
      : t(termEndsOn < today() ? 'members.term_over' : 'members.term_until', { day: sayDay(termEndsOn) }),
  ];
  return parts.filter(Boolean).join('. ');
}

/** How much somebody does, in words as well as a number, and what it is made of. */
function LoadView({ load }: { load: Member['load'] }) {
  const t = useT();
  const { light, score, papers, surveys, meetings } = load;
  const words = t(`load.${light}`, { score });
  return (
    <>
      {light === 'green' ? words : <b>{words}</b>}
      <br />
      <span className="soft">{t('load.what', { papers, surveys, meetings })}</span>
    </>
  );
}

const memberColumns = (t: Translate, group: Group): Column<Member>[] => [
  {
    key: 'name',
    head: t('people.name'),
    cell: ({ residentId, name }) => <Go to={`/residents/${residentId}`}>{name}</Go>,
  },
  { key: 'address', head: t('people.address'), cell: ({ address }) => address },
  { key: 'language', head: t('members.language'), cell: ({ language }) => wordOf('tongue', language) },
  { key: 'format', head: t('members.format'), cell: ({ format }) => t(`format.${format}`) },
  { key: 'way', head: t('members.way'), cell: ({ way }) => <Said>{way}</Said> },
  { key: 'from', head: t('members.from'), cell: ({ from }) => sayDay(from) },
  { key: 'standing', head: t('members.standing'), cell: (member) => standingWords(t, member) },
  { key: 'load', head: t('load.head'), cell: ({ load }) => <LoadView load={load} /> },
  {
    key: 'act',
    head: t('members.act'),
    cell: (member) => (
      <div className="row">
        <Pause group={group} member={member} />
        <Term group={group} member={member} />
        <Leave group={group} member={member} />
      </div>
    ),
  },
];

const meetingColumns = (t: Translate): Column<Meeting>[] => [
  { key: 'title', head: t('meeting.one'), cell: ({ id, title }) => <Go to={`/meetings/${id}`}>{title}</Go> },
  { key: 'held', head: t('meeting.held_on'), cell: ({ heldOn }) => sayDay(heldOn) },
  { key: 'by', head: t('meeting.comments_by'), cell: ({ commentsBy }) => sayDay(commentsBy) },
  { key: 'place', head: t('meeting.place'), cell: ({ place }) => place },
];

function Meetings({ group }: { group: Group }) {
  const t = useT();
  const plan = <GoButton to={`/groups/${group.id}/plan`}>{t('meeting.plan')}</GoButton>;
  if (group.meetings.length === 0) return <Empty act={plan}>{t('meeting.none')}</Empty>;
  return (
    <>
      <DataTable
        caption={t('meeting.many')}
        captionUnseen
        columns={meetingColumns(t)}
        rows={group.meetings}
        rowKey={({ id }) => id}
      />
      <p className="gap">{plan}</p>
    </>
  );
}

function Shown({ group }: { group: Group }) {
  const t = useT();
  return (
    <>
      {group.about === '' ? null : <p>{group.about}</p>}
      {group.kind === 'halo' ? (
        <section>
          <h2>{t('meeting.many')}</h2>
          <Meetings group={group} />
        </section>
      ) : null}
      <section aria-labelledby="members">
        <h2 id="members">{t('members.title', { number: group.list.length })}</h2>
        <p>
          <GoButton to={`/groups/${group.id}/who`}>{t('who.open')}</GoButton>
        </p>
        {group.list.length === 0 ? (
          <Empty>{t('members.none')}</Empty>
        ) : (
          <DataTable
            caption={t('members.caption', { name: group.name })}
            captionUnseen
            columns={memberColumns(t, group)}
            rows={group.list}
            rowKey={({ residentId }) => residentId}
          />
        )}
      </section>
      <p className="gap">
        <GoButton to={`/groups/${group.id}/invite`}>{t('members.invite')}</GoButton>
      </p>
      <AddMember groupId={group.id} members={group.list.map(({ residentId }) => residentId)} />
      <PastMembers groupId={group.id} />
    </>
  );
}

/** One panel or halo group: its meetings and everybody in it. */
export default function GroupRoom() {
  const t = useT();
  const query = useApi('GET /api/v1/groups/{id}', { params: { id: useParam('id') } });
  return (
    <Page title={query.data?.name ?? t('groups.one')} state={query.data ? t(`groups.kind_${query.data.kind}`) : null}>
      <Loaded query={query} what={t('groups.what_this')}>
        {(group) => <Shown group={group} />}
      </Loaded>
    </Page>
  );
}
