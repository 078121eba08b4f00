import { Button } from '@mantine/core';
import { type BalanceField, replyModes } from '../../../../surveys/groups/event.ts';
import { announce } from '../../announce.tsx';
import { Go } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { useChange } from '../../query.ts';
import { type Translate, useT, wordOf } from '../../words.ts';
import type { SeenEvent } from './event.tsx';
import { TypeReply } from './type-reply.tsx';

type Person = SeenEvent['people'][number];

const unknown = 'unknown';

/** The values of a cell in words: "Elm, 16-34". */
export function valueWords(t: Translate, fields: readonly BalanceField[], values: readonly string[]): string {
  if (values.length === 0) return t('events.cell_all');
  return values
    .map((value, at) => {
      if (value === unknown) return `${t(`events.field_${fields[at] ?? 'area'}`)} ${t('events.unknown')}`;
      return fields[at] === 'tenure' ? wordOf('tenure', value) : value;
    })
    .join(', ');
}

function replyWords(t: Translate, { reply, replyMode }: Person): string {
  if (reply === null) return t('events.no_reply');
  const mode = replyModes.find((one) => one === replyMode);
  const said = t(`events.reply_${reply}`);
  return mode ? t('events.reply_how', { reply: said, mode: t(`events.mode_${mode}`) }) : said;
}

function AskNext({ event, person }: { event: SeenEvent; person: Person }) {
  const t = useT();
  const next = useChange('POST /api/v1/events/{id}/people/{personId}/next');
  if (person.replaced) return <span className="soft">{t('events.replaced')}</span>;
  if (person.next === null) return null;
  const params = { id: event.id, personId: person.id };
  return (
    <>
      <Button onClick={() => next.mutate({ params }, { onSuccess: () => announce(t('events.asked_next')) })}>
        {next.isPending ? t('busy') : t(person.next.sameCell ? 'events.next' : 'events.next_like')}
        <span className="unseen"> {person.name}</span>
      </Button>
      <ErrorNote error={next.error} />
    </>
  );
}

const nameColumns = (t: Translate, { plan }: SeenEvent): Column<Person>[] => [
  {
    key: 'name',
    head: t('people.name'),
    cell: ({ residentId, name }) => (residentId === null ? name : <Go to={`/residents/${residentId}`}>{name}</Go>),
  },
  { key: 'kind', head: t('events.cell'), cell: ({ values }) => valueWords(t, plan.balance, values) },
  { key: 'access', head: t('interests.access'), cell: ({ accessNeeds }) => accessNeeds.join(', ') },
  {
    key: 'way',
    head: t('events.way'),
    cell: ({ way, channel }) => {
      const goes = channel ?? way;
      return goes === null ? t('events.no_way') : wordOf('channel', goes);
    },
  },
];

const sentColumns = (t: Translate, event: SeenEvent): Column<Person>[] => [
  {
    key: 'went',
    head: t('events.reached'),
    cell: ({ invitedAt, status }) =>
      invitedAt === null ? t('events.not_asked') : status === null ? t('events.no_way') : wordOf('status', status),
  },
  { key: 'reply', head: t('events.reply'), cell: (person) => (person.invitedAt === null ? '' : replyWords(t, person)) },
  {
    key: 'act',
    head: t('members.act'),
    cell: (person) =>
      person.invitedAt === null || event.calledOffAt !== null ? null : (
        <>
          <TypeReply event={event} person={person} />
          <AskNext event={event} person={person} />
        </>
      ),
  },
];

function People({ event, kind, head }: { event: SeenEvent; kind: Person['role']; head: string }) {
  const t = useT();
  const people = event.people.filter((person) => person.role === kind);
  const columns = event.sentAt === null ? nameColumns(t, event) : [...nameColumns(t, event), ...sentColumns(t, event)];
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{head}</h2>
      {people.length === 0 ? (
        <p>{t('events.no_reserves')}</p>
      ) : (
        <DataTable caption={head} captionUnseen columns={columns} rows={people} rowKey={({ id }) => id} />
      )}
    </section>
  );
}

/** Those drawn and the reserves, what they said, and whom to ask next. */
export function EventPeople({ event }: { event: SeenEvent }) {
  const t = useT();
  const said = (reply: Person['reply']) => event.people.filter((person) => person.reply === reply).length;
  return (
    <>
      {event.sentAt === null ? null : (
        <p>
          <b>{t('events.count', { yes: said('yes'), no: said('no'), maybe: said('maybe') })}</b>
        </p>
      )}
      <People event={event} kind="drawn" head={t('events.people')} />
      <People event={event} kind="reserve" head={t('events.reserve_list')} />
    </>
  );
}
