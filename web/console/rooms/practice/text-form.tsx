import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';

/** Texts as a resident; the text goes in by the same way as a real one, and the reply is spoken. */
export function TextForm({ from }: { from: string }) {
  const t = useT();
  const [body, setBody] = useState('');
  const send = useChange('POST /api/v1/practice/texts');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(
      { body: { from, body } },
      {
        onSuccess: ({ reply }) => {
          setBody('');
          announce(reply ?? t('practice.no_reply'));
        },
      },
    );
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextInput
        label={t('practice.text_as', { number: from })}
        dir="auto"
        autoComplete="off"
        required
        withAsterisk={false}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={send.isPending}>
          {send.isPending ? t('busy') : t('practice.send')}
        </Button>
      </div>
      <ErrorNote error={send.error} />
    </form>
  );
}
