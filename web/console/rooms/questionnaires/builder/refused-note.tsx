import { Button } from '@mantine/core';
import { Said } from '../../../parts/said.tsx';
import { useT } from '../../../words.ts';
import { rowsOf } from './naming.ts';
import type { Drafting, Refused } from './use-draft.ts';

/** Edits that can be done with the branches they would break. */
const withBranches = ['remove', 'remove_answer', 'change_kind', 'use_scale', 'offer'] as const;
/** Edits that can be done at another place. */
const withPlace = ['add_question', 'move'] as const;

interface Another {
  words: string;
  go: () => string | null;
}

/** Another way to do what was refused, where there is one. */
function useAnother(drafting: Drafting, { refusal, name, input }: Refused): Another | null {
  const t = useT();
  // The input is that of its own command: it is given back as it came, with one thing more.
  const again = (more: object) => drafting.run(name, { ...input, ...more });
  if (refusal.code === 'used' && withBranches.some((one) => one === name))
    return { words: t('refused.with_branches'), go: () => again({ branches: true }) };
  const { after } = refusal;
  if (after === undefined || !withPlace.some((one) => one === name)) return null;
  const rows = rowsOf(drafting.survey);
  const moving = 'item' in input ? rows.findIndex(({ key }) => key === input.item) : -1;
  const others = rows.filter((_, at) => at !== moving);
  const to = others.filter(({ number }) => number !== null)[after - 1];
  const place = to ? others.indexOf(to) + 1 : others.length;
  return { words: t('refused.place', { number: after }), go: () => again({ to: place }) };
}

/** Why the last edit was not done, and another way where there is one. */
export function RefusedNote({
  drafting,
  refused,
  onDone,
}: {
  drafting: Drafting;
  refused: Refused;
  onDone: (item: string, name: string) => void;
}) {
  const t = useT();
  const another = useAnother(drafting, refused);
  const go = () => {
    const item = another?.go() ?? null;
    if (item !== null) onDone(item, refused.name);
  };
  return (
    <div role="alert" className="note note-warn">
      <p>
        <Said>{refused.refusal.sentence}</Said>
      </p>
      <div className="acts">
        {another ? <Button onClick={go}>{another.words}</Button> : null}
        <Button onClick={drafting.forget}>{t('refused.leave')}</Button>
      </div>
    </div>
  );
}
