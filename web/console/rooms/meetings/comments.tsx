import { Empty } from '../../parts/empty.tsx';
import { sayDay } from '../../say.ts';
import { useT } from '../../words.ts';
import { CommentView } from './comment.tsx';
import { type Comment, type Meeting, MeetingPage, useMeeting } from './meeting-page.tsx';
import { TypeIn } from './type-in.tsx';

interface PartProps {
  id: string;
  title: string;
  comments: readonly Comment[];
  meeting: Meeting;
}

function Part({ id, title, comments, meeting }: PartProps) {
  const t = useT();
  return (
    <section aria-labelledby={`item-${id}`}>
      <h2 id={`item-${id}`}>
        {title} <span className="soft">({t('comments.count', { count: comments.length })})</span>
      </h2>
      {comments.map((comment) => (
        <CommentView key={comment.id} comment={comment} meeting={meeting} />
      ))}
    </section>
  );
}

function Comments({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const { items, comments, commentsBy } = meeting;
  const loose = comments.filter(({ agendaItemId }) => agendaItemId === null);
  return (
    <>
      {comments.length === 0 ? <Empty>{t('comments.none', { day: sayDay(commentsBy) })}</Empty> : null}
      {comments.length === 0
        ? null
        : items.map(({ id, number, title }) => (
            <Part
              key={id}
              id={id}
              title={t('papers.item', { number, title })}
              comments={comments.filter(({ agendaItemId }) => agendaItemId === id)}
              meeting={meeting}
            />
          ))}
      {loose.length > 0 ? <Part id="none" title={t('comments.no_item')} comments={loose} meeting={meeting} /> : null}
      <TypeIn key={comments.length} meeting={meeting} />
    </>
  );
}

/** What members said, by item, each as it came. */
export default function CommentsRoom() {
  return <MeetingPage meeting={useMeeting()}>{(meeting) => <Comments meeting={meeting} />}</MeetingPage>;
}
