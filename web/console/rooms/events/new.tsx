import { plusDays } from '../../../../surveys/fieldwork/dates.ts';
import { useGo, useParam, useQueryParam } from '../../go.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { useApi, useChange } from '../../query.ts';
import { today } from '../../say.ts';
import { useT } from '../../words.ts';
import { blankEvent, bodyOf, type EventDraft } from './draft.ts';
import { EventForm } from './event-form.tsx';

/** People need some weeks for an evening out, and a week to be rung before it. */
const daysAhead = 28;
const daysToRing = 7;

const whole = (text: string): number | null => (/^\d{1,3}$/.test(text) ? Number(text) : null);

/** What the address asks for: `area`, `tenure`, `propertyType`, `ageFrom`, `ageTo` and `count`, from the gap of a group. */
function useStart(groupId: string): EventDraft {
  const [area] = useQueryParam('area');
  const [tenure] = useQueryParam('tenure');
  const [propertyType] = useQueryParam('propertyType');
  const [ageFrom] = useQueryParam('ageFrom');
  const [ageTo] = useQueryParam('ageTo');
  const [count] = useQueryParam('count');
  const heldOn = plusDays(today(), daysAhead);
  const places = whole(count) || blankEvent.places;
  return {
    ...blankEvent,
    kind: groupId === '' ? 'focus_group' : 'join',
    groupId,
    heldOn,
    replyBy: plusDays(heldOn, -daysToRing),
    area,
    tenure,
    propertyType,
    ageFrom,
    ageTo,
    places,
    reserves: Math.ceil(places / 2),
    // To mend a gap everybody may be asked: the register is where the gap comes from.
    from: count === '' ? 'interested' : 'everyone',
  };
}

function Planned({ groupId, groupName }: { groupId: string; groupName: string }) {
  const t = useT();
  const go = useGo();
  const start = useStart(groupId);
  const plan = useChange('POST /api/v1/events');
  const draw = (draft: EventDraft) =>
    plan.mutate({ body: bodyOf(draft, groupName) }, { onSuccess: ({ id }) => go(`/events/${id}`) });
  return (
    <Page title={groupName === '' ? t('events.new') : t('events.for', { name: groupName })}>
      <EventForm start={start} busy={plan.isPending} error={plan.error} onDraw={draw} />
    </Page>
  );
}

function ForGroup({ id }: { id: string }) {
  const t = useT();
  const group = useApi('GET /api/v1/groups/{id}', { params: { id } });
  return (
    <Loaded query={group} what={t('groups.what_this')}>
      {({ name }) => <Planned groupId={id} groupName={name} />}
    </Loaded>
  );
}

/** Plans an invitation, from a group or from the register, and draws whom to ask. */
export default function NewEvent() {
  const id = useParam('id');
  return id === '' ? <Planned groupId="" groupName="" /> : <ForGroup id={id} />;
}
