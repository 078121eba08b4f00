import './preview.css';
import { Button } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { GoButton } from '../../../go.tsx';
import { sayTime } from '../../../say.ts';
import { useT } from '../../../words.ts';
import type { Questionnaire } from '../rows.ts';
import { Choices, useChosen, Ways } from './choices.tsx';
import { Panel } from './panel.tsx';
import { TabOrder, type Way } from './shown.ts';

interface PreviewProps {
  questionnaire: Questionnaire;
  language: string;
  /** The question selected in the builder: its page is shown. */
  question?: string;
}

/**
 * What a resident gets of the saved draft, by the code that sends it: one way at a time, or all of them on a page of their own. It
 * stands outside the order of Tab until it is entered by its heading.
 */
export function Preview({ questionnaire, language, question }: PreviewProps) {
  const t = useT();
  const [way, setWay] = useState<Way>('web');
  const [entered, setEntered] = useState(false);
  const heading = useRef<HTMLButtonElement>(null);
  const choosing = useChosen(questionnaire, language, question);
  const { chosen } = choosing;
  const query = `?language=${chosen.language}&format=${chosen.format}`;
  const left = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) =>
    relatedTarget !== null && !currentTarget.contains(relatedTarget) && setEntered(false);
  const pressed = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !entered) return;
    setEntered(false);
    heading.current?.focus();
  };
  return (
    <section
      aria-labelledby="preview"
      className="preview"
      data-revision={questionnaire.revision}
      onBlur={left}
      onKeyDown={pressed}
    >
      <h2 id="preview">
        <Button ref={heading} variant="transparent" aria-expanded={entered} onClick={() => setEntered(!entered)}>
          {t('preview.enter')}
        </Button>
      </h2>
      <TabOrder value={entered ? 0 : -1}>
        <p className="soft">{t('preview.as_saved', { time: sayTime(questionnaire.draftAt) })}</p>
        <Ways way={way} onWay={setWay} />
        <Choices choosing={choosing} page={way === 'web' || way === 'wide'} />
        <Panel way={way} chosen={chosen} />
      </TabOrder>
      <p className="acts gap">
        <GoButton to={`/questionnaires/${questionnaire.id}/practise${query}`}>{t('practise.link')}</GoButton>
        <GoButton to={`/questionnaires/${questionnaire.id}/preview${query}`}>{t('preview.all')}</GoButton>
      </p>
    </section>
  );
}
