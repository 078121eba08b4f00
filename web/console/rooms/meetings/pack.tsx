import { GoButton } from '../../go.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useT } from '../../words.ts';
import { AddPaper } from './add-paper.tsx';
import { type Meeting, MeetingPage, useMeeting } from './meeting-page.tsx';
import { Papers } from './papers.tsx';
import { SendPack } from './send-pack.tsx';
import { Sending } from './sending.tsx';

function Agenda({ meeting }: { meeting: Meeting }) {
  const t = useT();
  if (meeting.items.length === 0) return <Empty>{t('agenda.none')}</Empty>;
  return (
    <ol className="agenda">
      {meeting.items.map(({ id, title, summary }) => (
        <li key={id}>
          <b>{title}</b>
          {summary === '' ? null : <p>{summary}</p>}
        </li>
      ))}
    </ol>
  );
}

function Pack({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const open = meeting.sent.at === null;
  return (
    <>
      {open ? (
        <div className="acts">
          <SendPack meeting={meeting} />
          <GoButton to={`/meetings/${meeting.id}/plan`}>{t('meeting.change')}</GoButton>
        </div>
      ) : (
        <Sending meeting={meeting} />
      )}
      <section aria-labelledby="agenda" className="gap">
        <h2 id="agenda">{t('agenda.heading')}</h2>
        <Agenda meeting={meeting} />
      </section>
      <section>
        <h2>{t('papers.title')}</h2>
        <Papers meeting={meeting} />
        {open ? <AddPaper key={meeting.papers.length} meeting={meeting} /> : null}
      </section>
    </>
  );
}

/** What members get: agenda and papers, and how the sending went. */
export default function PackRoom() {
  return <MeetingPage meeting={useMeeting()}>{(meeting) => <Pack meeting={meeting} />}</MeetingPage>;
}
