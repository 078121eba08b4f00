import { Button, Checkbox, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { announce } from '../../announce.tsx';
import { GoButton } from '../../go.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { sayDay } from '../../say.ts';
import { useT } from '../../words.ts';
import { headOf } from './comment-head.ts';
import { type Comment, type Meeting, MeetingPage, useMeeting } from './meeting-page.tsx';

/** The comments without an answer: tick one or many, write what was answered. */
function Write({ waiting }: { waiting: readonly Comment[] }) {
  const t = useT();
  const [ids, setIds] = useState<string[]>([]);
  const [answer, setAnswer] = useState('');
  const [lacking, setLacking] = useState(false);
  const save = useChange('POST /api/v1/comments/answer');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLacking(ids.length === 0);
    if (ids.length === 0) return;
    const done = () => {
      announce(t('answers.done', { count: ids.length }));
      setIds([]);
      setAnswer('');
    };
    save.mutate({ body: { ids, answer } }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} className="stack narrow">
      <Checkbox.Group label={t('answers.which')} value={ids} onChange={setIds}>
        <div className="ticks">
          {waiting.map((comment) => (
            <Checkbox
              key={comment.id}
              value={comment.id}
              label={headOf(comment, t)}
              description={<span className="as-sent">{comment.words}</span>}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label={t('answers.answer')}
        description={t('answers.hint')}
        required
        withAsterisk={false}
        rows={4}
        maxLength={10000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {lacking ? <p role="alert">{t('answers.choose')}</p> : null}
      <ErrorNote error={save.error} />
      <div className="acts">
        <Button type="submit" variant="filled" aria-disabled={save.isPending}>
          {save.isPending ? t('busy') : t('answers.save', { count: ids.length })}
        </Button>
      </div>
    </form>
  );
}

function Given({ comments }: { comments: readonly Comment[] }) {
  const t = useT();
  return comments.map((comment) => (
    <article key={comment.id} className="comment" aria-labelledby={`answered-${comment.id}`}>
      <h3 id={`answered-${comment.id}`}>{headOf(comment, t)}</h3>
      <p className="as-sent" dir="auto">
        {comment.words}
      </p>
      <div className="sent">
        <p className="soft">
          {t('answers.given_by', {
            who: comment.answeredBy ?? '',
            day: comment.answeredAt === null ? '' : sayDay(comment.answeredAt),
          })}
        </p>
        <p className="as-sent">{comment.answer}</p>
      </div>
    </article>
  ));
}

function Answers({ meeting: { comments } }: { meeting: Meeting }) {
  const t = useT();
  const waiting = comments.filter(({ answer }) => answer === null);
  const given = comments.filter(({ answer }) => answer !== null);
  return (
    <>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{t('answers.waiting', { number: waiting.length })}</h2>
        {waiting.length === 0 ? (
          <Empty>{t(comments.length === 0 ? 'answers.no_comments' : 'answers.all_given')}</Empty>
        ) : (
          <Write waiting={waiting} />
        )}
      </section>
      {given.length > 0 ? (
        <section aria-labelledby="given">
          <h2 id="given">{t('answers.given', { number: given.length })}</h2>
          <Given comments={given} />
        </section>
      ) : null}
      <p className="gap">
        <GoButton to="/outcomes">{t('outcomes.title')}</GoButton>
      </p>
    </>
  );
}

/** What was answered to whom, and what still waits for an answer. */
export default function AnswersRoom() {
  return <MeetingPage meeting={useMeeting()}>{(meeting) => <Answers meeting={meeting} />}</MeetingPage>;
}
