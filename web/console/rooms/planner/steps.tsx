import { Button } from '@mantine/core';
import { announce } from '../../announce.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Said } from '../../parts/said.tsx';
import { SaveState } from '../../parts/save-state.tsx';
import { useApi } from '../../query.ts';
import { useT } from '../../words.ts';
import { addStep, moveStep, removeStep, replaceStep } from './order.ts';
import { type Step, useCheck, usePlan, type Wave } from './plan.ts';
import { PlanPage } from './plan-page.tsx';
import { stepColumns } from './step-columns.tsx';

function Steps({ wave }: { wave: Wave }) {
  const t = useT();
  const { plan, change, savedAt, saving, error } = usePlan(wave);
  const { steps } = plan.plan;
  const set = (next: Step[]) => change({ plan: { steps: next } });
  const acts = {
    replace: (index: number, part: Partial<Step>) => set(replaceStep(steps, index, part)),
    remove: (index: number) => {
      set(removeStep(steps, index));
      announce(t('steps.removed', { number: index + 1 }));
    },
    move: (index: number, by: -1 | 1) => {
      set(moveStep(steps, index, by));
      announce(t('steps.moved', { number: index + 1, to: index + 1 + by, of: steps.length }));
    },
  };
  const goes = useCheck(wave.id).data?.steps;
  const rows = steps.map((step, index) => ({ step, index, goes: goes?.[index], last: index === steps.length - 1 }));
  return (
    <>
      <DataTable
        caption={t('steps.caption')}
        columns={stepColumns(t, acts)}
        rows={rows}
        rowKey={({ index }) => String(index)}
      />
      <div className="stack gap">
        <p>
          <Button onClick={() => set(addStep(steps))}>{t('steps.add')}</Button>
        </p>
        <ErrorNote error={error} />
        <SaveState saving={saving} savedAt={savedAt} />
      </div>
      <section>
        <h2>{t('steps.read_back')}</h2>
        <ol>
          {wave.planSentences.map((sentence) => (
            <li key={sentence}>
              <Said>{sentence}</Said>
            </li>
          ))}
        </ol>
        <ReadBack id={wave.id} />
      </section>
    </>
  );
}

/** The same as one sentence for the first person who would be asked. */
function ReadBack({ id }: { id: string }) {
  const { data } = useApi('GET /api/v1/waves/{id}/samples', { params: { id }, query: { person: 0 } });
  if (!data?.sentence) return null;
  return (
    <p className="gap">
      <Said>{data.sentence}</Said>
    </p>
  );
}

/** The contact plan: what goes out on which day, by which way, to whom. */
export default function StepsRoom() {
  return <PlanPage title={useT()('plan.task.steps')}>{(wave) => <Steps key={wave.id} wave={wave} />}</PlanPage>;
}
