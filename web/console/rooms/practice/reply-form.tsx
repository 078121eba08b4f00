import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../announce.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { useT } from '../../words.ts';

/** Answers a practice email as its resident; it goes in as raw mail, as a real one would. */
export function ReplyForm({ messageId, to }: { messageId: string; to: string }) {
  const t = useT();
  const [words, setWords] = useState('');
  const [sent, setSent] = useState(false);
  const reply = useChange('POST /api/v1/practice/emails');
  const done = () => {
    setWords('');
    setSent(true);
    announce(t('practice.replied'));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(false);
    reply.mutate({ body: { messageId, words } }, { onSuccess: done });
  };
  return (
    <form className="stack narrow" onSubmit={submit}>
      <Textarea
        label={t('practice.reply_as', { to })}
        rows={4}
        dir="auto"
        required
        withAsterisk={false}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className="acts">
        <Button type="submit" aria-disabled={reply.isPending}>
          {reply.isPending ? t('busy') : t('practice.reply')}
        </Button>
        {sent ? <span>{t('practice.replied')}</span> : null}
      </div>
      <ErrorNote error={reply.error} />
    </form>
  );
}
