import type { UseQueryResult } from '@tanstack/react-query';
import './meetings.css';
import type { ReactNode } from 'react';
import type { Answer, ApiProblem } from '../../../shared/api.ts';
import { Go, useParam } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useLive } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { useT } from '../../words.ts';

export type Meeting = Answer<'GET /api/v1/meetings/{id}'>;
export type Comment = Meeting['comments'][number];
type MeetingQuery = UseQueryResult<Meeting, ApiProblem>;

/** "Repairs Group: May meeting"; a meeting named after its group says it once. */
const nameOf = ({ groupName, title }: Meeting): string =>
  title.startsWith(groupName) ? title : `${groupName}: ${title}`;

/** The meeting of the address, kept up to date. */
export function useMeeting(): MeetingQuery {
  return useLive('GET /api/v1/meetings/{id}', { params: { id: useParam('id') } });
}

/** One tab of a meeting: its group, name and day, the tabs, and this one's part. */
export function MeetingPage({
  meeting,
  children,
}: {
  meeting: MeetingQuery;
  children: (meeting: Meeting) => ReactNode;
}) {
  const t = useT();
  const id = useParam('id');
  const { data } = meeting;
  const tabs = [
    { to: `/meetings/${id}`, label: t('meeting.pack') },
    { to: `/meetings/${id}/comments`, label: t('meeting.comments') },
    { to: `/meetings/${id}/answers`, label: t('meeting.answers') },
  ];
  return (
    <Page
      title={data ? nameOf(data) : t('meeting.one')}
      state={data ? t('meeting.state', { held: sayDay(data.heldOn), by: sayDay(data.commentsBy) }) : null}
    >
      {data ? (
        <p className="back">
          <Go to={`/groups/${data.groupId}`}>{data.groupName}</Go>
        </p>
      ) : null}
      <Tabs label={t('meeting.tabs')} tabs={tabs} />
      <Loaded query={meeting} what={t('meeting.what')}>
        {children}
      </Loaded>
    </Page>
  );
}
