import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useT } from '../../../words.ts';
import { Marked } from '../preview/bubble.tsx';
import { sayCosts } from '../preview/costs.ts';
import type { Turn, ViewAs } from './session.ts';

interface ByTextProps {
  view: ViewAs<'text'>;
  onTurn: (turn: Turn) => void;
}

/** A phone: the texts both ways, and a box to reply as the resident. */
export function ByText({ view, onTurn }: ByTextProps) {
  const t = useT();
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    onTurn({ by: 'text', words });
    setWords('');
  };
  return (
    <div className="practise-phone">
      <ol className="texts" aria-label={t('practise.conversation')} aria-live="polite">
        {view.messages.map(({ mine, ...message }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a conversation only grows, and the same words may come twice
          <li key={at} data-mine={!mine}>
            <p className="soft">
              {mine ? t('practise.from_resident') : t('practise.from_landlord', { costs: sayCosts(message, t) })}
            </p>
            <p className="as-sent" dir="auto">
              {mine ? message.words : <Marked words={message.words} forcing={message.forcing} />}
            </p>
          </li>
        ))}
      </ol>
      <form className="stack" onSubmit={submit}>
        <TextInput
          label={t('practise.reply')}
          dir="auto"
          autoComplete="off"
          maxLength={1600}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <div className="acts">
          <Button type="submit" variant="filled">
            {t('practise.send')}
          </Button>
        </div>
      </form>
    </div>
  );
}
