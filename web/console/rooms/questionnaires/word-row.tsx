import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useT } from '../../words.ts';
import { labelOf, type WordRow } from './rows.ts';

export interface Tongue {
  code: string;
  dir: 'ltr' | 'rtl';
}

interface WordRowProps {
  row: WordRow;
  /** The language the questionnaire was written in. */
  source: Tongue;
  /** The language being written. */
  target: Tongue;
  sourceText: string;
  text: string;
  fault: string | null;
  onType: (text: string) => void;
  /** Ctrl+Enter: save and go to the next one that is missing. */
  onNext: (box: HTMLTextAreaElement) => void;
}

export const boxId = (key: string) => `word-${key}`;

/** One piece of wording: the source at the left, what is written at the right; the source alone where it is what is written. */
export function WordRowView({ row, source, target, sourceText, text, fault, onType, onNext }: WordRowProps) {
  const t = useT();
  const translating = source.code !== target.code;
  const fixed = !translating && (row.question?.locked ?? false);
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onNext(event.currentTarget);
  };
  const given = translating ? (
    <p lang={source.code} dir={source.dir} className="wording-source">
      {sourceText}
    </p>
  ) : null;
  return (
    <div className={translating ? 'wording-row wording-pair' : 'wording-row'}>
      {given}
      <Textarea
        id={boxId(row.key)}
        label={labelOf(row, t)}
        description={fixed ? t('wording.fixed') : row.role === 'sms' ? t('wording.sms_what') : undefined}
        lang={target.code}
        dir={target.dir}
        rows={Math.min(6, Math.max(1, Math.ceil(Math.max(text.length, sourceText.length) / 60)))}
        readOnly={fixed}
        maxLength={4000}
        value={text}
        error={fault}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={pressed}
        styles={{ label: { direction: 'ltr' } }}
      />
    </div>
  );
}
