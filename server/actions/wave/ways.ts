import type { AudienceGroup } from '../../../db/queries/audience.ts';
import { bestOrder, type ContactChannel } from '../../../surveys/fieldwork/channel.ts';
import type { PlanStep } from '../../../surveys/fieldwork/plan.ts';

/** The channels a step may use for somebody with these ways, in order. */
export const waysOf = (step: PlanStep, group: Pick<AudienceGroup, 'ways' | 'preferredChannel'>): ContactChannel[] =>
  step.channels
    .flatMap((way) => (way === 'best' ? bestOrder(group.preferredChannel) : [way]))
    .filter((way) => group.ways.includes(way));
