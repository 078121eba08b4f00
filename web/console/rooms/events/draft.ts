import type { BalanceField, EventKind } from '../../../../surveys/groups/event.ts';
import type { Topic } from '../../../../surveys/groups/interests.ts';
import { ageBands, bandsFor } from '../../../../surveys/results/bands.ts';
import type { Given } from '../../../shared/api.ts';
import { today } from '../../say.ts';

/** An invitation while it is filled in. */
export interface EventDraft {
  kind: EventKind;
  groupId: string;
  title: string;
  about: string;
  heldOn: string;
  startsAt: string;
  place: string;
  replyBy: string;
  purpose: 'service' | 'research';
  from: 'interested' | 'everyone';
  topics: Topic[];
  comfortLevel: number | null;
  area: string;
  tenure: string;
  propertyType: string;
  ageFrom: string;
  ageTo: string;
  places: number;
  reserves: number;
  restDays: number;
  balance: BalanceField[];
  /** The same from each age, rather than as the people are. */
  equalAges: boolean;
}

export const blankEvent: EventDraft = {
  kind: 'focus_group',
  groupId: '',
  title: '',
  about: '',
  heldOn: '',
  startsAt: '18:30',
  place: '',
  replyBy: '',
  purpose: 'service',
  from: 'interested',
  topics: [],
  comfortLevel: null,
  area: '',
  tenure: '',
  propertyType: '',
  ageFrom: '',
  ageTo: '',
  places: 10,
  reserves: 5,
  restDays: 60,
  balance: ['area', 'age'],
  equalAges: false,
};

const one = (value: string): string[] => (value.trim() === '' ? [] : [value.trim()]);
const age = (value: string): number | null => (value.trim() === '' ? null : Number(value));

/** The same share for each band of age that a draw uses. */
const sameShares = () =>
  Object.fromEntries(bandsFor(today(), 0, ageBands).bands.map(({ id }, _, all) => [id, 100 / all.length]));

/** What the server is asked for. */
export function bodyOf(draft: EventDraft, groupName: string): Given<'POST /api/v1/events'>['body'] {
  const joins = draft.kind === 'join';
  return {
    kind: draft.kind,
    groupId: draft.groupId || null,
    title: joins ? groupName : draft.title,
    about: draft.about,
    heldOn: joins ? null : draft.heldOn || null,
    startsAt: joins ? '' : draft.startsAt,
    place: joins ? '' : draft.place,
    replyBy: draft.replyBy,
    purpose: draft.purpose,
    plan: {
      from: draft.from,
      topics: draft.topics,
      comfortLevel: draft.comfortLevel,
      areas: one(draft.area),
      tenures: one(draft.tenure),
      propertyTypes: one(draft.propertyType),
      ageFrom: age(draft.ageFrom),
      ageTo: age(draft.ageTo),
      places: draft.places,
      reserves: draft.reserves,
      balance: draft.balance,
      chosen: draft.equalAges && draft.balance.includes('age') ? { field: 'age', shares: sameShares() } : null,
      restDays: draft.restDays,
    },
  };
}
