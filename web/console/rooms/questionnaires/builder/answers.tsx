import { Button, Checkbox, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { isOffered, type Special, specials } from '../../../../../surveys/questionnaire/edit/commands/offer.ts';
import { answerWords, offered } from '../../../../../surveys/questionnaire/edit/kinds.ts';
import { optionKey } from '../../../../../surveys/questionnaire/keys.ts';
import type { Element } from '../../../../../surveys/questionnaire/schema.ts';
import { sourceLanguage } from '../../../../../surveys/questionnaire/takeapart.ts';
import { announce } from '../../../announce.tsx';
import { useT } from '../../../words.ts';
import type { Drafting } from './use-draft.ts';
import { WordBox } from './word-box.tsx';

export type Choice = Extract<Element, { choices: unknown }>;
interface AnswersProps {
  drafting: Drafting;
  element: Choice;
  /** Answers may be neither added nor moved nor taken away. */
  fixed: boolean;
  /** Nor may their words be changed. */
  wordsFixed: string | null;
}

function AddAnswer({ drafting, element }: Pick<AnswersProps, 'drafting' | 'element'>) {
  const t = useT();
  const [text, setText] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const add = () => {
    if (drafting.run('add_answer', { question: element.name, text }) === null) return;
    announce(t('answers.added', { answer: text.trim() }));
    setText('');
    box.current?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <div className="row" data-own-undo>
      <TextInput
        ref={box}
        label={t('answers.new')}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      <Button onClick={add}>{t('answers.add')}</Button>
    </div>
  );
}

function AnswerRow({ props: { drafting, element, fixed, wordsFixed }, place }: { props: AnswersProps; place: number }) {
  const t = useT();
  const choice = element.choices[place];
  if (!choice) return null;
  const answer = String(choice.value);
  const name = answerWords(element, answer, sourceLanguage(drafting.survey));
  const move = (to: number) => {
    if (to < 0 || to >= element.choices.length) return;
    if (drafting.run('move_answer', { question: element.name, answer, to }) === null) return;
    announce(t('builder.moved', { name, place: to + 1, count: element.choices.length }));
  };
  const take = () => {
    if (drafting.run('remove_answer', { question: element.name, answer }) === null) return;
    announce(t('builder.removed', { name }));
  };
  return (
    <li className="builder-answer">
      <WordBox
        drafting={drafting}
        of={optionKey(element.name, answer)}
        words={choice.text}
        label={t('answers.one', { number: place + 1 })}
        line
        fixed={wordsFixed}
      />
      {fixed ? null : (
        <span className="builder-moves">
          <Button aria-label={t('builder.up', { name })} aria-disabled={place === 0} onClick={() => move(place - 1)}>
            ↑
          </Button>
          <Button
            aria-label={t('builder.down', { name })}
            aria-disabled={place === element.choices.length - 1}
            onClick={() => move(place + 1)}
          >
            ↓
          </Button>
          <Button onClick={take}>
            {t('answers.remove')} <span className="unseen">{name}</span>
          </Button>
        </span>
      )}
    </li>
  );
}

/** "None of these", "Don't know", "Prefer not to say". */
function Specials({ drafting, element }: Pick<AnswersProps, 'drafting' | 'element'>) {
  const t = useT();
  const set = (which: Special, on: boolean) => drafting.run('offer', { question: element.name, which, on });
  return (
    <Checkbox.Group label={t('answers.also')} value={specials.filter((which) => isOffered(element, which))}>
      <div className="ticks">
        {specials.map((which) => (
          <Checkbox
            key={which}
            value={which}
            label={t(`answers.${which}`)}
            onChange={(event) => set(which, event.currentTarget.checked)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** The answers of a choice, in order, and what else may be answered. */
export function Answers(props: AnswersProps) {
  const t = useT();
  const { drafting, element, fixed } = props;
  return (
    <fieldset className="builder-part">
      <legend>{t('answers.title')}</legend>
      <ol className="builder-answers">
        {element.choices.map(({ value }, place) => (
          <AnswerRow key={String(value)} props={props} place={place} />
        ))}
      </ol>
      {fixed ? null : (
        <>
          <AddAnswer drafting={drafting} element={element} />
          <Specials drafting={drafting} element={element} />
        </>
      )}
    </fieldset>
  );
}

/** Which answers count as good in the results. */
export function Good({ drafting, element }: { drafting: Drafting; element: Element }) {
  const t = useT();
  const source = sourceLanguage(drafting.survey);
  const all = offered(element).filter((id) => !(specials as string[]).includes(id));
  if (all.length === 0) return null;
  const set = (answers: string[]) => drafting.run('count_good', { question: element.name, answers });
  return (
    <Checkbox.Group
      label={t('answers.good')}
      description={t('answers.good_what')}
      value={element.positive ?? []}
      onChange={set}
    >
      <div className="ticks">
        {all.map((id) => (
          <Checkbox key={id} value={id} label={answerWords(element, id, source)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
