import { useGo, useParam } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi, useChange } from '../../query.ts';
import { useT } from '../../words.ts';
import type { Meeting } from './meeting-page.tsx';
import { type MeetingPlan, PlanForm } from './plan-form.tsx';

const planOf = ({ title, heldOn, commentsBy, place, items }: Meeting): MeetingPlan => ({
  title,
  heldOn,
  commentsBy,
  place,
  items: items.map((item) => ({ key: item.number, title: item.title, summary: item.summary })),
});

/** Changes a meeting and its agenda, until its pack is sent. */
export default function ChangeMeeting() {
  const t = useT();
  const go = useGo();
  const id = useParam('id');
  const meeting = useApi('GET /api/v1/meetings/{id}', { params: { id } });
  const change = useChange('PUT /api/v1/meetings/{id}');
  return (
    <Page title={t('meeting.change')}>
      <Loaded query={meeting} what={t('meeting.what')}>
        {(found) => (
          <PlanForm
            start={planOf(found)}
            act={t('meeting.change_act')}
            busy={change.isPending}
            error={change.error}
            onSave={(body) => change.mutate({ params: { id }, body }, { onSuccess: () => go(`/meetings/${id}`) })}
          />
        )}
      </Loaded>
    </Page>
  );
}
