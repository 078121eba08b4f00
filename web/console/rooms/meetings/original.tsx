import { useState } from 'react';
import { Loaded } from '../../parts/loaded.tsx';
import { useApi } from '../../query.ts';
import { sayMoment } from '../../say.ts';
import { useT } from '../../words.ts';
import type { Comment } from './meeting-page.tsx';

/** The message with the part we cut away marked; at the end where it does not stand in one piece. */
function WithCut({ body, cut }: { body: string; cut: string }) {
  const t = useT();
  const marked = (words: string) => <mark title={t('comments.cut')}>{words}</mark>;
  if (cut.trim() === '') return <p className="as-sent">{body}</p>;
  const at = body.indexOf(cut);
  if (at >= 0)
    return (
      <p className="as-sent" dir="auto">
        {body.slice(0, at)}
        {marked(cut)}
        {body.slice(at + cut.length)}
      </p>
    );
  return (
    <>
      <p className="as-sent">{body}</p>
      <p className="soft">{t('comments.cut')}</p>
      <p className="as-sent">{marked(cut)}</p>
    </>
  );
}

function Message({ comment }: { comment: Comment }) {
  const t = useT();
  const original = useApi('GET /api/v1/comments/{id}/original', { params: { id: comment.id } });
  return (
    <Loaded query={original} what={t('comments.what_original')}>
      {({ from, subject, body, receivedAt }) => (
        <div className="sent">
          <p className="soft">{t('comments.from', { from, at: sayMoment(receivedAt) })}</p>
          {subject === null ? null : <p className="subject">{subject}</p>}
          {comment.cut.trim() === '' ? null : <p className="soft">{t('comments.cut_marked')}</p>}
          <WithCut body={body} cut={comment.cut} />
        </div>
      )}
    </Loaded>
  );
}

/** The whole message a comment came from, opened in place. */
export function Original({ comment }: { comment: Comment }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('comments.original')} <span className="unseen">{comment.who}</span>
      </summary>
      {open ? <Message comment={comment} /> : null}
    </details>
  );
}
