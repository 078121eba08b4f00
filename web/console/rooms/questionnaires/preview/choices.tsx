import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { isPageFormat, type PageFormat, pageFormats } from '../../../../../surveys/format.ts';
import { useT } from '../../../words.ts';
import type { Questionnaire } from '../rows.ts';
import { type Chosen, useTabOrder, type Way, ways } from './shown.ts';

/** What is chosen to be shown: a language that has words, a format, and the question last chosen here or in the builder. */
export function useChosen(questionnaire: Questionnaire, wanted: string, selected?: string) {
  const [language, setLanguage] = useState('');
  const [format, setFormat] = useState<PageFormat>('standard');
  /** A question chosen here holds until another is selected in the builder. */
  const [question, setQuestion] = useState({ chosen: '', when: selected });
  const { editions, questions, sourceLanguage } = questionnaire;
  const edition =
    editions.find((one) => one.language === (language || wanted)) ??
    editions.find((one) => one.language === sourceLanguage);
  const here = question.when === selected && question.chosen !== '' ? question.chosen : selected;
  const chosen: Chosen = {
    questionnaire,
    language: edition?.language ?? sourceLanguage,
    format,
    dir: edition?.dir ?? 'ltr',
    question: questions.find(({ id }) => id === here)?.id ?? questions[0]?.id,
  };
  return { chosen, setLanguage, setFormat, setQuestion: (id: string) => setQuestion({ chosen: id, when: selected }) };
}

export type Choosing = ReturnType<typeof useChosen>;

/** Language and format, and which question where one is shown at a time. */
export function Choices({ choosing, page }: { choosing: Choosing; page: boolean }) {
  const t = useT();
  const order = useTabOrder();
  const { chosen, setLanguage, setFormat, setQuestion } = choosing;
  const { editions, questions } = chosen.questionnaire;
  return (
    <div className="row preview-choices">
      <NativeSelect
        label={t('preview.language')}
        tabIndex={order}
        value={chosen.language}
        onChange={(event) => setLanguage(event.currentTarget.value)}
        data={editions.map((one) => ({ value: one.language, label: one.name }))}
      />
      <NativeSelect
        label={t('preview.format')}
        tabIndex={order}
        value={chosen.format}
        onChange={({ currentTarget: { value } }) => isPageFormat(value) && setFormat(value)}
        data={pageFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
      />
      {page ? (
        <NativeSelect
          label={t('preview.question')}
          tabIndex={order}
          value={chosen.question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          data={questions.map((one) => ({ value: one.id, label: t('wording.question', { number: one.number }) }))}
        />
      ) : null}
    </div>
  );
}

/** One way at a time. */
export function Ways({ way, onWay }: { way: Way | null; onWay: (way: Way) => void }) {
  const t = useT();
  const order = useTabOrder();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for boxes of a form; these show at once what they name
    <div className="preview-ways" role="group" aria-label={t('preview.way')}>
      {ways.map((one) => (
        <Button key={one} tabIndex={order} aria-pressed={one === way} onClick={() => onWay(one)}>
          {t(`preview.way_${one}`)}
        </Button>
      ))}
    </div>
  );
}
