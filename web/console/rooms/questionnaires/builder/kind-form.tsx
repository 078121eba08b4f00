import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type EditKind, editKindOf, editKinds } from '../../../../../surveys/questionnaire/edit/kinds.ts';
import type { Element } from '../../../../../surveys/questionnaire/schema.ts';
import { announce } from '../../../announce.tsx';
import { useT } from '../../../words.ts';
import { NumberBox } from './number-box.tsx';
import type { Drafting } from './use-draft.ts';
import { WordBox } from './word-box.tsx';

interface KindSelectProps {
  value: EditKind;
  onChange: (kind: EditKind) => void;
}

export function KindSelect({ value, onChange }: KindSelectProps) {
  const t = useT();
  return (
    <NativeSelect
      label={t('builder.kind')}
      value={value}
      onChange={(event) => onChange(editKinds.find((kind) => kind === event.currentTarget.value) ?? value)}
      data={editKinds.map((kind) => ({ value: kind, label: t(`builder.kind_${kind}`) }))}
    />
  );
}

/** The kind of a question. It is changed by a button: going through the kinds by arrow keys must not lose answers. */
export function Kind({ drafting, element }: { drafting: Drafting; element: Element }) {
  const t = useT();
  const now = editKindOf(element);
  const [kind, setKind] = useState<EditKind | null>(null);
  const change = () => {
    if (kind === null || kind === now) return;
    if (drafting.run('change_kind', { question: element.name, kind }) === null) return;
    announce(t('builder.kind_changed', { kind: t(`builder.kind_${kind}`) }));
    setKind(null);
  };
  return (
    <div className="row">
      <KindSelect value={kind ?? now} onChange={setKind} />
      {kind === null || kind === now ? null : <Button onClick={change}>{t('builder.kind_change')}</Button>}
    </div>
  );
}

/** Ends and end words of a scale. */
export function Scale({ drafting, element }: { drafting: Drafting; element: Extract<Element, { type: 'rating' }> }) {
  const t = useT();
  const { name, rateMin, rateMax } = element;
  const set = (min: number | null, max: number | null) => drafting.run('limit', { question: name, min, max });
  return (
    <fieldset className="builder-part">
      <legend>{t('scale.title')}</legend>
      <div className="row">
        <NumberBox label={t('scale.lowest')} value={rateMin} onSet={(min) => set(min, rateMax)} />
        <NumberBox label={t('scale.highest')} value={rateMax} onSet={(max) => set(rateMin, max)} />
      </div>
      <WordBox
        drafting={drafting}
        of={`q.${name}.min`}
        words={element.minRateDescription}
        label={t('scale.lowest_words')}
        line
      />
      <WordBox
        drafting={drafting}
        of={`q.${name}.max`}
        words={element.maxRateDescription}
        label={t('scale.highest_words')}
        line
      />
    </fieldset>
  );
}

/** Lowest and highest number that may be given. */
export function Limits({ drafting, element }: { drafting: Drafting; element: Extract<Element, { type: 'text' }> }) {
  const t = useT();
  // The limits of a date are days, and are kept as they came.
  const number = (limit: string | number | undefined) => (typeof limit === 'number' ? limit : null);
  const [min, max] = [number(element.min), number(element.max)];
  const set = (low: number | null, high: number | null) =>
    drafting.run('limit', { question: element.name, min: low, max: high });
  return (
    <div className="row">
      <NumberBox label={t('number.lowest')} value={min} onSet={(low) => set(low, max)} />
      <NumberBox label={t('number.highest')} value={max} onSet={(high) => set(min, high)} />
    </div>
  );
}
