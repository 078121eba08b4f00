import { plusDays } from '../../../../surveys/fieldwork/dates.ts';
import { useGo, useParam } from '../../go.tsx';
import { Page } from '../../parts/page.tsx';
import { useChange } from '../../query.ts';
import { today } from '../../say.ts';
import { useT } from '../../words.ts';
import { grown } from './agenda.ts';
import { PlanForm } from './plan-form.tsx';

/** Papers go out about two weeks before a meeting, and comments close some days before it. */
const weeksAhead = 21;
const daysToPrint = 4;

/** Plans a meeting of a group. */
export default function NewMeeting() {
  const t = useT();
  const go = useGo();
  const id = useParam('id');
  const plan = useChange('POST /api/v1/groups/{id}/meetings');
  const heldOn = plusDays(today(), weeksAhead);
  const start = { title: '', heldOn, commentsBy: plusDays(heldOn, -daysToPrint), place: '', items: grown([]) };
  return (
    <Page title={t('meeting.plan')}>
      <PlanForm
        start={start}
        act={t('meeting.plan_act')}
        busy={plan.isPending}
        error={plan.error}
        onSave={(body) => plan.mutate({ params: { id }, body }, { onSuccess: (made) => go(`/meetings/${made.id}`) })}
      />
    </Page>
  );
}
