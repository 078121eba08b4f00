import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { announce } from '../../announce.tsx';
import { language, useT } from '../../words.ts';
import type { KeyedMode } from './keying.tsx';
import { lacking, type Question, saidBy } from './typed.ts';

interface QuestionKeysProps {
  question: Question;
  /** Words to say first; empty when there are none, or they were said. */
  pageText: string;
  total: number;
  lang: string;
  dir: 'ltr' | 'rtl';
  mode: KeyedMode;
  refusal: string | null;
  busy: boolean;
  onKeys: (typed: string) => void;
}

/** Codes to key when the resident says so unprompted. */
function Unread({ answers }: { answers: readonly { number: number; label: string }[] }) {
  const t = useT();
  return answers.map(({ number, label }) => (
    <p key={number} className="soft">
      <span lang={language()}>{t('keying.unread')}</span> <b>{number}</b> {label}
    </p>
  ));
}

function Options({ question: { options, unread, min, max } }: { question: Question }) {
  const t = useT();
  if (options.length > 0)
    return (
      <>
        <ul className="plain keying-options">
          {options.map(({ number, label }) => (
            <li key={number}>
              <b>{number}</b> {label}
            </li>
          ))}
        </ul>
        <Unread answers={unread} />
      </>
    );
  return min === null || max === null ? null : <p>{t('keying.range', { min, max })}</p>;
}

/** One question: its words, what each number means, and the box. Enter sends; an empty box is never skipped. */
export function QuestionKeys({ question, pageText, total, lang, dir, mode, refusal, busy, onKeys }: QuestionKeysProps) {
  const t = useT();
  const line = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(question.kind === 'text' ? (question.keyed ?? '') : '');
  /** What was refused: the refusal goes as soon as something else stands in the box. */
  const [sent, setSent] = useState<string | null>(null);
  const [lacks, setLacks] = useState<ReturnType<typeof lacking>>(null);
  useEffect(() => (line.current ?? area.current)?.focus(), []);
  const said = saidBy(question, typed, t);
  const error = lacks === null ? (typed === sent ? refusal : null) : t(`keying.lacks_${lacks}`);
  const send = () => {
    const found = lacking(question, typed);
    setLacks(found);
    if (found !== null || busy) return;
    setSent(typed);
    onKeys(typed);
  };
  const type = (words: string) => {
    setTyped(words);
    setLacks(null);
    const now = saidBy(question, words, t);
    if (now !== '') announce(now);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  return (
    <form onSubmit={submit} className="stack keying-question">
      <div lang={lang} dir={dir}>
        {pageText === '' ? null : <p className="keying-page">{pageText}</p>}
        <h3>
          {question.number}. {question.title}
        </h3>
        <Options question={question} />
      </div>
      <p className="soft">{t('keying.place', { number: question.number, of: total })}</p>
      {question.answeredBy === null ? null : (
        <p className="note note-info">
          {t(mode === 'paper' ? 'keying.answered_by_paper' : 'keying.answered_by', { way: question.answeredBy })}
        </p>
      )}
      {question.keyed === null ? null : <p>{t('keying.keyed_before', { value: question.keyed })}</p>}
      {question.kind === 'text' ? (
        <Textarea
          ref={area}
          label={t('keying.written', { number: question.number })}
          description={t('keying.written_hint')}
          rows={4}
          dir="auto"
          value={typed}
          error={error}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={pressed}
        />
      ) : (
        <TextInput
          ref={line}
          className="short"
          label={t('keying.answer', { number: question.number })}
          autoComplete="off"
          value={typed}
          error={error}
          onChange={(event) => type(event.currentTarget.value)}
        />
      )}
      <p className="keying-said">{said}</p>
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={busy}>
          {t('keying.next')}
        </Button>
        <span className="soft">{t('keying.keys')}</span>
      </div>
    </form>
  );
}
