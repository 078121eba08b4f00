import { useEffect, useRef, useState } from 'react';
import type { Answer, Given } from '../../../shared/api.ts';
import { useApi, useChange } from '../../query.ts';

export type Wave = Answer<'GET /api/v1/waves/{id}'>;
export type Plan = Given<'PUT /api/v1/waves/{id}'>['body'];
export type Step = Plan['plan']['steps'][number];
export type Check = Answer<'GET /api/v1/waves/{id}/check'>;

/** What was changed is saved after this long without another change, and on leaving the page. */
const restMs = 700;

const planOf = (wave: Wave): Plan => ({
  name: wave.name,
  campaignId: wave.campaignId,
  questionnaireId: wave.questionnaireId ?? '',
  audience: wave.audience,
  plan: wave.plan,
  sampleSize: wave.sampleSize,
  sampling: wave.sampling,
  opensOn: wave.opensOn,
  closesOn: wave.closesOn,
  resultsOn: wave.resultsOn,
  actionOn: wave.actionOn,
});

/** A wave's plan while it is being changed here: `change` shows at once and saves after a rest. */
export function usePlan(wave: Wave) {
  const [plan, setPlan] = useState(() => planOf(wave));
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const save = useChange('PUT /api/v1/waves/{id}');
  const unsaved = useRef<Plan | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useRef(() => {});
  flush.current = () => {
    const body = unsaved.current;
    if (body === null) return;
    unsaved.current = null;
    save.mutate({ params: { id: wave.id }, body }, { onSuccess: () => setSavedAt(new Date()) });
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      flush.current();
    },
    [],
  );
  const change = (part: Partial<Plan>) => {
    const next = { ...plan, ...part };
    setPlan(next);
    unsaved.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => flush.current(), restMs);
  };
  return { plan, change, savedAt, saving: save.isPending, error: save.error };
}

/** What the plan comes to: who is in and out, by which way, at what cost, what stops it. */
export const useCheck = (id: string) => useApi('GET /api/v1/waves/{id}/check', { params: { id } });

/** Pence of all ways and languages. */
export const costOf = (check: Check): number => check.cost.reduce((all, { pence }) => all + pence, 0);
