import { Button, Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { faultsOfTranslation } from '../../../../surveys/questionnaire/translation/faults.ts';
import { ApiProblem } from '../../../shared/api.ts';
import { useT } from '../../words.ts';
import { OnLetter } from './on-letter.tsx';
import { AsText, Meanwhile, Offers, RowFaults } from './row-notes.tsx';
import { Standing, Was } from './standing.tsx';
import { boxId, placeLabel, type Row, type Translation } from './translation.ts';
import type { Typing } from './use-translation.ts';

export interface RowProps {
  row: Row;
  translation: Translation;
  /** Each question as a text message, in the words as they stand now. */
  texts: Translation['texts'];
  typing: Typing;
  may: boolean;
  onCheck: (row: Row) => void;
  /** Ctrl+Enter: save and go to the next one that is missing or out of date. */
  onNext: (key: string) => void;
}

/** A refusal of the server that is about this text and that its own words do not show. */
const toldOf = ({ saving }: Typing, key: string): string | null =>
  saving.error instanceof ApiProblem ? (saving.error.faults.find(({ path }) => path === key)?.message ?? null) : null;

const linesFor = (...texts: readonly string[]): number =>
  Math.min(8, Math.max(1, Math.ceil(Math.max(...texts.map(({ length }) => length)) / 45)));

function Source({ row, translation }: Pick<RowProps, 'row' | 'translation'>) {
  const t = useT();
  const { source } = translation;
  return (
    <div>
      <h2 className="row-place">{placeLabel(row.place, t)}</h2>
      <p id={`${boxId(row.key)}-source`} lang={source.code} dir={source.dir} className="row-source">
        {row.source}
      </p>
      <Was row={row} tongue={source} />
    </div>
  );
}

/** What the words come to when they are sent: the text of their question, and the line of the letter. */
function AsSent({ row, text, translation, texts }: Pick<RowProps, 'row' | 'translation' | 'texts'> & { text: string }) {
  const { role, question } = row.place;
  if (text.trim() === '') return null;
  const asText = role === 'title' ? texts.find((one) => one.question === question) : undefined;
  return (
    <>
      {asText ? <AsText text={asText} lang={translation.language.code} /> : null}
      <OnLetter words={text} role={role} translation={translation} />
    </>
  );
}

function Back({ row, translation, typing, may }: RowProps) {
  const t = useT();
  const { english, code, dir } = translation.source;
  const back = typing.editOf(row.key)?.back ?? row.back;
  if (!may && back === '') return null;
  return (
    <details open={row.back !== '' || undefined}>
      <summary>
        {t('translate.back', { language: english })} <span className="unseen">{placeLabel(row.place, t)}</span>
      </summary>
      <Textarea
        label={t('translate.back_what', { language: english })}
        lang={code}
        dir={dir}
        rows={linesFor(back)}
        readOnly={!may}
        value={back}
        onChange={(event) => typing.set(row, { back: event.currentTarget.value })}
      />
    </details>
  );
}

/** Whether somebody may say of these words that they are checked. */
const checkable = ({ status }: Row): boolean => ['machine', 'draft', 'stale'].includes(status);

/** One text: the source at the left, its translation at the right with how it stands and what can be done. */
export function TranslationRow(props: RowProps) {
  const { row, translation, typing, may, onCheck, onNext } = props;
  const t = useT();
  const { language } = translation;
  const edit = typing.editOf(row.key);
  const text = edit?.text ?? row.text;
  const id = boxId(row.key);
  const faults = faultsOfTranslation({ key: row.key, source: row.source, text });
  const told = edit === null ? null : toldOf(typing, row.key);
  const wrong = faults.length > 0 || told !== null;
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onNext(row.key);
  };
  return (
    <section className="translation-row" aria-label={placeLabel(row.place, t)}>
      <Source row={row} translation={translation} />
      <div>
        <label htmlFor={id}>{t('translate.in', { place: placeLabel(row.place, t), language: language.english })}</label>
        {/* Mantine's box is described by its own hint alone; this one is described by its source, its standing and its faults. */}
        {/* The box takes the typeface of its language from what is round it. */}
        <div lang={language.code} dir={language.dir}>
          <textarea
            id={id}
            className="translation-box"
            aria-describedby={`${id}-source ${id}-standing${wrong ? ` ${id}-faults` : ''}`}
            aria-invalid={wrong}
            rows={linesFor(text, row.source)}
            readOnly={!may}
            value={text}
            onChange={(event) => typing.set(row, { text: event.currentTarget.value })}
            onKeyDown={pressed}
          />
        </div>
        <AsSent row={row} text={text} translation={translation} texts={props.texts} />
        <RowFaults id={`${id}-faults`} faults={faults} told={told} />
        <Standing id={`${id}-standing`} row={row} unsaved={edit !== null} />
        <Meanwhile row={row} typing={typing} language={language} />
        {may ? <Offers row={row} language={language} onUse={(words) => typing.set(row, { text: words })} /> : null}
        {may && edit === null && checkable(row) && faults.length === 0 ? (
          <Button onClick={() => onCheck(row)}>
            {t(row.status === 'stale' ? 'translate.check_stale' : 'translate.check')}{' '}
            <span className="unseen">{placeLabel(row.place, t)}</span>
          </Button>
        ) : null}
        <Back {...props} />
      </div>
    </section>
  );
}
