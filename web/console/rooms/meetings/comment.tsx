import { type Translate, useT } from '../../words.ts';
import { headOf } from './comment-head.ts';
import { Hide } from './hide.tsx';
import type { Comment, Meeting } from './meeting-page.tsx';
import { Move } from './move.tsx';
import { Original } from './original.tsx';

/** What an officer should know of how it came, in sentences. */
function notesOf({ placed, fromOtherAddress, late, typedBy }: Comment, t: Translate): string[] {
  return [
    ...(placed === 'likely' ? [t('comments.likely')] : []),
    ...(placed === 'unplaced' ? [t('comments.unplaced')] : []),
    ...(fromOtherAddress ? [t('comments.other_address')] : []),
    ...(late ? [t('comments.late')] : []),
    ...(typedBy === null ? [] : [t('comments.typed_by', { who: typedBy })]),
  ];
}

/** One comment as an article: who, how and when, the words, what is known of it, and what can be done with it. */
export function CommentView({ comment, meeting }: { comment: Comment; meeting: Meeting }) {
  const t = useT();
  const { id, words, hiddenReason, answer, answeredBy, hasOriginal } = comment;
  const notes = notesOf(comment, t);
  return (
    <article className="comment" aria-labelledby={`comment-${id}`}>
      <h3 id={`comment-${id}`}>{headOf(comment, t)}</h3>
      {hiddenReason === null ? null : (
        <p className="note note-warn">{t('comments.hidden', { reason: hiddenReason })}</p>
      )}
      <p className="as-sent" dir="auto">
        {words}
      </p>
      {notes.length > 0 ? <p className="soft">{notes.join(' ')}</p> : null}
      {answer === null ? null : (
        <div className="sent">
          <p className="soft">{t('comments.answered_by', { who: answeredBy ?? '' })}</p>
          <p className="as-sent">{answer}</p>
        </div>
      )}
      <div className="acts">
        <Move comment={comment} meeting={meeting} />
        <Hide comment={comment} />
      </div>
      {hasOriginal ? <Original comment={comment} /> : null}
    </article>
  );
}
