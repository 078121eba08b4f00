import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { standardScales } from '../../../../../surveys/questionnaire/edit/scale.ts';
import { sourceLanguage } from '../../../../../surveys/questionnaire/takeapart.ts';
import { announce } from '../../../announce.tsx';
import { useT } from '../../../words.ts';
import type { Drafting } from './use-draft.ts';

/** The standard scales to choose from, each by its first answer and its last. */
export function ScaleSelect({
  source,
  value,
  onChange,
}: {
  source: string;
  value: string;
  onChange: (id: string) => void;
}) {
  const t = useT();
  return (
    <NativeSelect
      label={t('scale.standard')}
      description={t('scale.standard_what')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t('scale.none') },
        ...standardScales(source).map(({ id, first, last, count }) => ({
          value: id,
          label: t('scale.one', { first, last, count }),
        })),
      ]}
    />
  );
}

interface StandardScaleProps {
  drafting: Drafting;
  question: string;
  /** Languages whose words come with it. */
  languages: readonly string[];
}

/** Puts a standard scale in the place of the answers. */
export function StandardScale({ drafting, question, languages }: StandardScaleProps) {
  const t = useT();
  const [scale, setScale] = useState('');
  const use = () => {
    if (scale === '' || drafting.run('use_scale', { question, scale, languages }) === null) return;
    announce(t('scale.used'));
    setScale('');
  };
  return (
    <div className="row">
      <ScaleSelect source={sourceLanguage(drafting.survey)} value={scale} onChange={setScale} />
      <Button aria-disabled={scale === ''} onClick={use}>
        {t('scale.use')}
      </Button>
    </div>
  );
}
