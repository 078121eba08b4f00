import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../shared/api.ts';
import { useParam } from '../../go.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { Said } from '../../parts/said.tsx';
import { useApi } from '../../query.ts';
import { sayDay, sayNumber, sayShare } from '../../say.ts';
import { type Translate, useT } from '../../words.ts';
import { EventActs } from './event-acts.tsx';
import { EventPeople, valueWords } from './event-people.tsx';
import { stateWords } from './list.tsx';

export type SeenEvent = Answer<'GET /api/v1/events/{id}'>;
type Cell = SeenEvent['cells'][number];

/** A sum that says whether the draw comes out the same again. */
function CheckDraw({ id }: { id: string }) {
  const t = useT();
  const checked = useApi('GET /api/v1/events/{id}/draw', { params: { id } });
  return (
    <Loaded query={checked} what={t('events.what_this')}>
      {({ same, pool }) => (
        <p role="status">{same ? t('events.same', { pool: sayNumber(pool) }) : t('events.not_same')}</p>
      )}
    </Loaded>
  );
}

function Facts({ event }: { event: SeenEvent }) {
  const t = useT();
  const [checking, setChecking] = useState(false);
  const when = [event.heldOn && sayDay(event.heldOn), event.startsAt, event.place].filter(Boolean).join(', ');
  return (
    <>
      <dl className="facts">
        {when === '' ? null : (
          <>
            <dt>{t('events.when')}</dt>
            <dd>{when}</dd>
          </>
        )}
        <dt>{t('events.reply_by')}</dt>
        <dd>{sayDay(event.replyBy)}</dd>
        <dt>{t('events.drawn')}</dt>
        <dd>{t('events.drawn_from', { by: event.createdBy, pool: sayNumber(event.pool) })}</dd>
        <dt>{t('events.seed')}</dt>
        <dd>
          <code>{event.seed}</code>
        </dd>
      </dl>
      <p className="gap">
        <Button onClick={() => setChecking(true)}>{t('events.check_draw')}</Button>
      </p>
      {checking ? <CheckDraw id={event.id} /> : null}
    </>
  );
}

function LeftOut({ event }: { event: SeenEvent }) {
  const t = useT();
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out">{t('events.left_out')}</h2>
      {event.leftOut.length === 0 ? <p>{t('events.nobody_out')}</p> : null}
      <ul>
        {event.leftOut.map(({ reason, count }) => (
          <li key={reason}>
            {sayNumber(count)} {t(`out.${reason}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const cellColumns = (t: Translate, { plan }: SeenEvent): Column<Cell>[] => [
  { key: 'cell', head: t('events.cell'), cell: ({ values }) => valueWords(t, plan.balance, values) },
  {
    key: 'share',
    head: t('events.share'),
    figures: true,
    cell: ({ share }) => `${(share * plan.places).toFixed(1)} (${sayShare(share, 1)})`,
  },
  { key: 'pool', head: t('events.could'), figures: true, cell: ({ pool }) => sayNumber(pool) },
  { key: 'drawn', head: t('events.drawn'), figures: true, cell: ({ drawn }) => sayNumber(drawn) },
  { key: 'reserves', head: t('events.reserves'), figures: true, cell: ({ reserves }) => sayNumber(reserves) },
];

function Shown({ event }: { event: SeenEvent }) {
  const t = useT();
  return (
    <>
      {event.about === '' ? null : <p dir="auto">{event.about}</p>}
      {event.checks.length === 0 ? null : (
        <div className="note note-error">
          <p>
            <b>{t('events.stops')}</b>
          </p>
          <ul>
            {event.checks.map((sentence) => (
              <li key={sentence}>
                <Said>{sentence}</Said>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Facts event={event} />
      <EventPeople event={event} />
      <section aria-labelledby="cells">
        <h2 id="cells">{t('events.cells')}</h2>
        <DataTable
          caption={t('events.cells')}
          captionUnseen
          columns={cellColumns(t, event)}
          rows={event.cells}
          rowKey={({ values }) => values.join('|')}
        />
      </section>
      <LeftOut event={event} />
    </>
  );
}

/** One invitation: who was drawn and why these, and what they said. */
export default function EventRoom() {
  const t = useT();
  const query = useApi('GET /api/v1/events/{id}', { params: { id: useParam('id') } });
  const event = query.data;
  return (
    <Page
      title={event?.title ?? t('events.one')}
      state={event ? stateWords(t, event) : null}
      acts={event ? <EventActs event={event} /> : null}
    >
      <Loaded query={query} what={t('events.what_this')}>
        {(seen) => <Shown event={seen} />}
      </Loaded>
    </Page>
  );
}
