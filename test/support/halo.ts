import { replyAddress } from '../../channels/email/reply-address.ts';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { createApp } from '../../server/app.ts';
import { sha256 } from '../../server/auth/hash.ts';
import { type TestDeps, testEnv } from './deps.ts';
import { putLandlord } from './survey.ts';

const at = new Date('2026-11-20T09:00:00Z');
const id = (last: number) => `00000000-0000-4000-a000-${String(last).padStart(12, '0')}`;

/** The group, its meeting and its one member. */
export const halo = {
  groupId: id(1),
  meetingId: id(2),
  residentId: id(3),
  mailingId: id(4),
  recipientId: id(5),
  items: [id(11), id(12)],
  paper: id(21),
  email: 'noor@example.org',
} as const;

/** A halo group that was sent the pack of a meeting with two items, and a paper to each. */
export async function putHalo(db: Db, { language = 'en' } = {}): Promise<void> {
  await putLandlord(db);
  const { groupId, meetingId, residentId, mailingId, recipientId, items } = halo;
  await insertRows(db, 'residents', [
    {
      id: residentId,
      reference: 'H-1',
      givenName: 'Noor',
      familyName: 'Khan',
      email: halo.email,
      phone: '+447700900321',
      language,
      format: 'standard',
      accessNeeds: [],
      status: 'current',
      demo: true,
      createdAt: at,
      updatedAt: at,
    },
  ]);
  await insertRows(db, 'groups', [{ id: groupId, kind: 'halo', name: 'Repairs Group', about: '', createdAt: at }]);
  await insertRows(db, 'memberships', [{ groupId, residentId, fromDate: '2026-01-01', showName: false }]);
  await insertRows(db, 'meetings', [
    {
      id: meetingId,
      groupId,
      title: 'December meeting',
      heldOn: '2026-12-14',
      commentsBy: '2026-12-10',
      place: '',
      createdAt: at,
    },
  ]);
  await insertRows(db, 'agenda_items', [
    { id: items[0], meetingId, number: 1, title: 'Damp and mould report', summary: 'What we found in 212 homes.' },
    { id: items[1], meetingId, number: 2, title: 'New repairs times', summary: 'Should we come on Saturdays?' },
  ]);
  await db`insert into papers (id, meeting_id, agenda_item_id, kind, title, filename, content_type, size, content, created_at)
    values (${halo.paper}, ${meetingId}, ${items[0]}, 'report', 'Damp report', 'damp "1".pdf', 'application/pdf', 5, ${new TextEncoder().encode('%PDF-')}, ${at})`;
  await insertRows(db, 'mailings', [
    { id: mailingId, kind: 'pack', purpose: 'service', meetingId, createdAt: at, createdBy: 'test' },
  ]);
  await insertRows(db, 'recipients', [{ id: recipientId, mailingId, residentId, language, format: 'standard' }]);
}

/** Makes a link of one scope for a resident; gives its token. */
export async function putLink(
  db: Db,
  scope: 'preferences' | 'unsubscribe' | 'group',
  residentId: string,
  subject: string | null,
): Promise<string> {
  const token = `${scope}-0123456789abcdef`;
  await insertRows(db, 'tokens', [
    {
      hash: await sha256(token),
      scope,
      residentId,
      subject,
      createdAt: at,
      expiresAt: new Date('2027-11-20T09:00:00Z'),
    },
  ]);
  return token;
}

const secret = 'inbound-secret-of-the-tests';

/** An environment in which mail is taken in. */
export const mailEnv = () => testEnv({ INBOUND_EMAIL_SECRET: secret, PUBLIC_URL: 'http://localhost:8080' });

export const replyTo = (deps: TestDeps, recipientId: string = halo.recipientId) =>
  replyAddress(deps.env.secret, recipientId, 'reply.example.org');

/** A mail as it travels. */
export function rawMail(headers: Record<string, string>, body: string): string {
  const all = {
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Message-ID': '<m1@mail.example.org>',
    ...headers,
  };
  return `${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}`;
}

/** A mail server that brings mail to the webhook. */
export function mailServer(deps: TestDeps) {
  const app = createApp(deps, { assets: async () => null, addressOf: () => '192.0.2.9' });
  return (mail: string, authorization = `Bearer ${secret}`) =>
    app.request('http://localhost:8080/webhooks/email', { method: 'POST', headers: { authorization }, body: mail });
}
