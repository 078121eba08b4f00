import type { AudienceGroup } from '../../../db/queries/audience.ts';
import { bestOrder, isDigital, type StepChannel } from '../../../surveys/fieldwork/channel.ts';
import { isForThem, type PlanStep } from '../../../surveys/fieldwork/plan.ts';

/** The channels a step may use for somebody with these ways, in order; none where a reminder is not for them. */
export function waysOf(
  step: PlanStep,
  { ways, mayRing, older, preferredChannel }: Pick<AudienceGroup, 'ways' | 'mayRing' | 'older' | 'preferredChannel'>,
): StepChannel[] {
  if (step.kind === 'reminder' && !isForThem(step, { older, digital: isDigital(ways) })) return [];
  const open: readonly StepChannel[] = mayRing ? [...ways, 'telephone'] : ways;
  return step.channels
    .flatMap((way): readonly StepChannel[] => (way === 'best' ? bestOrder(preferredChannel) : [way]))
    .filter((way) => open.includes(way));
}
