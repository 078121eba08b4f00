import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import { joinRequests } from './join-requests.ts';
import { mailings, recipients } from './mailings.ts';
import { editionRevisions } from './questionnaires.ts';
import { frameMembers, waves } from './waves.ts';

/** The recipient of a wave: it has the code, and stands at a step of the contact plan. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid()
      .primaryKey()
      .references(() => recipients.id),
    waveId: uuid()
      .notNull()
      .references(() => waves.id),
    frameMemberId: uuid()
      .notNull()
      .unique()
      .references(() => frameMembers.id),
    /** 12 digits. Nulled by erasure. */
    code: text().unique(),
    nextStep: integer().notNull().default(0),
    /** When the tick should look at it again; null when nothing more will be sent. */
    nextAt: moment(),
    /** The outcome so far: surveys/fieldwork/disposition.ts. */
    disposition: text().notNull().default('not_sent'),
    dispositionAt: moment(),
  },
  (t) => [
    index('invitations_due').on(t.nextAt).where(sql`next_at is not null`),
    index('invitations_wave').on(t.waveId, t.disposition),
  ],
);

/** Somebody whom an interviewer is to ring, put on the list by a step of the plan. They are listed only while the wave, the answer and every stop allow it. */
export const callList = pgTable(
  'call_list',
  {
    id: uuid().primaryKey(),
    invitationId: uuid()
      .notNull()
      .references(() => invitations.id),
    step: integer().notNull(),
    /** waiting, done, refused, unreached, cancelled. */
    status: text().notNull().default('waiting'),
    dueAt: moment().notNull(),
    tries: integer().notNull().default(0),
    /** One of surveys/fieldwork/call-list.ts; null before the first try. */
    lastOutcome: text(),
    lastAt: moment(),
    lastBy: text(),
    /** Why nobody need ring any more, in words, where it was cancelled. */
    endedWhy: text(),
  },
  (t) => [
    unique('call_list_step').on(t.invitationId, t.step),
    index('call_list_due').on(t.dueAt).where(sql`status = 'waiting'`),
  ],
);

/** One attempt to put one message through one channel. Status moves forward only. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid().primaryKey(),
    /** Null for an answer to somebody we could not place. */
    recipientId: uuid().references(() => recipients.id),
    /** Which step of the plan: 0, 1, 2...; null for answers to what came in. */
    step: integer(),
    attempt: integer().notNull().default(1),
    /** sms, email, post. */
    channel: text().notNull(),
    provider: text(),
    /** invitation, reminder, pack, event, reply, acknowledgement, confirmation, join, link, prize. */
    kind: text().notNull(),
    status: text().notNull().default('due'),
    dueAt: moment().notNull(),
    claimedAt: moment(),
    acceptedAt: moment(),
    sentAt: moment(),
    deliveredAt: moment(),
    failedAt: moment(),
    /** How often the provider was asked and certainly did not take it. */
    tries: integer().notNull().default(0),
    providerId: text(),
    failure: text(),
    failCode: text(),
    failReason: text(),
    /** What we did next, and by which rule, in words. */
    nextAction: text(),
    /** The named end of one that nothing more is heard of: no_receipt, nothing_back, too_late, undecided. */
    ended: text(),
    language: text().notNull(),
    format: text().notNull(),
    editionRevisionId: uuid().references(() => editionRevisions.id),
    /** Where the format was kept but the words are in another language than asked for. */
    fellBack: text(),
    subject: text(),
    /** The words sent, the code hidden. */
    words: text(),
    segments: integer(),
    /** Pence. */
    cost: numeric({ mode: 'number' }),
    printBatchId: uuid().references(() => printBatches.id),
    inboundMessageId: uuid(),
    /** A message to somebody who put themselves forward: it goes to the address they gave. */
    joinRequestId: uuid().references(() => joinRequests.id, { onDelete: 'set null' }),
    createdAt: moment().notNull(),
  },
  (t) => [
    unique('delivery').on(t.recipientId, t.step, t.attempt),
    index('deliveries_due').on(t.channel, t.dueAt).where(sql`status = 'due'`),
    index('deliveries_answers')
      .on(t.channel, t.dueAt)
      .where(sql`status = 'due' and kind not in ('invitation', 'reminder', 'pack', 'event')`),
    index('deliveries_open').on(t.status, t.claimedAt).where(sql`status in ('claimed', 'unknown')`),
    index('deliveries_provider').on(t.provider, t.providerId).where(sql`provider_id is not null`),
    index('deliveries_batch').on(t.printBatchId).where(sql`print_batch_id is not null`),
    index('deliveries_unheard')
      .on(t.acceptedAt)
      .where(sql`status in ('accepted', 'sent') and ended is null and channel <> 'post'`),
  ],
);

/** What a provider reported. Append-only. */
export const receipts = pgTable(
  'receipts',
  {
    id: uuid().primaryKey(),
    provider: text().notNull(),
    /** The provider's id of this report, so that a repeat changes nothing. */
    eventId: text().notNull(),
    deliveryId: uuid().references(() => deliveries.id),
    providerId: text(),
    status: text().notNull(),
    failure: text(),
    code: text(),
    reason: text(),
    at: moment().notNull(),
    receivedAt: moment().notNull(),
  },
  (t) => [unique('receipt').on(t.provider, t.eventId), index('receipts_delivery').on(t.deliveryId)],
);

/** One print-ready file of one language and format, with its manifest. "Posted on" starts the clock of its letters. */
export const printBatches = pgTable(
  'print_batches',
  {
    id: uuid().primaryKey(),
    number: integer().generatedAlwaysAsIdentity(),
    mailingId: uuid()
      .notNull()
      .references(() => mailings.id),
    step: integer().notNull(),
    language: text().notNull(),
    format: text().notNull(),
    /** first, second, economy. */
    postage: text().notNull().default('second'),
    letters: integer().notNull(),
    /** queued, printing, ready, posted, failed. */
    state: text().notNull().default('queued'),
    leaseUntil: moment(),
    /** How often its file was begun since it was put in the queue. */
    tries: integer().notNull().default(0),
    fault: text(),
    pdf: bytes(),
    manifest: text(),
    pages: integer(),
    createdAt: moment().notNull(),
    readyAt: moment(),
    postedOn: moment(),
    postedBy: text(),
  },
  (t) => [index('print_batches_state').on(t.state)],
);

/** Whether a channel is going, and if not since when and why; one row a channel. */
export const channelStates = pgTable('channel_states', {
  channel: text().primaryKey(),
  stoppedAt: moment(),
  reason: text(),
  tries: integer().notNull().default(0),
  /** Nothing goes before then: it stands still, or the provider asked us to wait. */
  retryAt: moment(),
  lastSentAt: moment(),
  /** Messages in a row that nobody answered for. */
  faults: integer().notNull().default(0),
  /** When the next message may go, by the provider's rate. */
  turnAt: moment(),
  /** The landlord's day that is counted, how many went on it, and whether that is all that may. */
  day: date(),
  dayCount: integer().notNull().default(0),
  capped: boolean().notNull().default(false),
});

/** When a process that can do a kind of work was last seen: print, dispatch, tick. */
export const heartbeats = pgTable('heartbeats', { work: text().primaryKey(), at: moment().notNull() });
