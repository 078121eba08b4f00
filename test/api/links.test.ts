import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { createApp } from '../../server/app.ts';
import { withRollback } from '../support/database.ts';
import { testClock, testDeps } from '../support/deps.ts';
import { halo, putHalo, putLink } from '../support/halo.ts';
import { browser } from '../support/resident.ts';

async function setUp(db: Db, scope: 'preferences' | 'unsubscribe' | 'group', subject: string | null, language = 'en') {
  await putHalo(db, { language });
  const token = await putLink(db, scope, halo.residentId, subject);
  const deps = testDeps({ db, clock: testClock('2026-12-04T10:00:00Z') });
  return {
    deps,
    me: browser(deps),
    path: `/${scope === 'preferences' ? 'p' : scope === 'unsubscribe' ? 'u' : 'g'}/${token}`,
  };
}

const resident = async (db: Db) => (await db`select * from residents where id = ${halo.residentId}`)[0]!;

test(
  'preferences: phone and email are masked, a change is saved and said, and no import undoes it',
  withRollback(async (db) => {
    const { me, path } = await setUp(db, 'preferences', null);
    const page = await me.get(path);
    expect(page.text).toContain('07*** ***321');
    expect(page.text).toContain('n****@example.org');
    expect(page.html).not.toMatch(/Khan|Noor|900321|noor@/);
    expect((await me.get(`${path}?change=format`)).text).toContain('Large print, 18 point');
    const saved = await me.post(path, { do: 'change', row: 'format', value: 'large' });
    expect(saved.text).toContain('Saved: Large print, 18 point');
    await me.post(path, { do: 'change', row: 'channel', value: 'post' });
    await me.post(path, { do: 'change', row: 'format', value: 'enormous' });
    expect(await resident(db)).toMatchObject({ format: 'large', preferredChannel: 'post' });
    const urdu = await me.post(path, { do: 'change', row: 'language', value: 'ur' });
    expect(urdu.html).toContain('<html lang="ur" dir="rtl"');
    const audit = await db`select actor, action, detail from audit_log order by id limit 1`;
    expect(audit).toEqual([{ actor: 'resident', action: 'resident.change', detail: { fields: ['format'] } }]);
  }),
);

test(
  'a break and a stop by purpose, each undone on the same page',
  withRollback(async (db) => {
    const { me, path } = await setUp(db, 'preferences', null);
    const past = await me.post(path, { do: 'pause', until: '2026-12-01' });
    expect(past.text).toContain('Type a date that is still to come');
    const paused = await me.post(path, { do: 'pause', until: '2027-02-01' });
    expect(paused.text).toContain('We will not write to you until 1 February 2027.');
    expect((await me.post(path, { do: 'resume' })).text).not.toContain('We will not write');
    const stopped = await me.post(path, [
      ['do', 'stop'],
      ['stop', 'research'],
      ['stop', 'marketing'],
    ]);
    expect(stopped.html).toMatch(/value="research" checked/);
    expect(stopped.html).not.toMatch(/value="service" checked/);
    expect(stopped.text).toContain('We still tell you about repairs and rent.');
    await me.post(path, { do: 'stop', stop: 'marketing' });
    const active = await db`select purpose from suppressions where lifted_at is null`;
    expect(active).toEqual([{ purpose: 'marketing' }]);
  }),
);

test(
  'unsubscribing: opening the link does nothing, the button does, and so does a mail program without a cookie',
  withRollback(async (db) => {
    const { me, deps, path } = await setUp(db, 'unsubscribe', 'research');
    expect((await me.get(path)).text).toContain('Stop surveys');
    expect(await db`select 1 from suppressions`).toHaveLength(0);
    const app = createApp(deps, { assets: async () => null, addressOf: () => '192.0.2.9' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const oneClick = await app.request(`http://localhost:8080${path}`, {
      method: 'POST',
      headers,
      body: 'List-Unsubscribe=One-Click',
    });
    expect(oneClick.status).toBe(200);
    expect((await me.post(path, { do: 'stop' })).text).toContain(
      'Done. No more surveys from us by text, email, post or phone.',
    );
    expect(await db`select resident_id, purpose from suppressions`).toEqual([
      { residentId: halo.residentId, purpose: 'research' },
    ]);
  }),
);

test(
  'a link of another scope, an old one and an unknown one open nothing',
  withRollback(async (db) => {
    const { me, deps, path } = await setUp(db, 'unsubscribe', 'research');
    const other = await me.get(path.replace('/u/', '/p/'));
    expect(other.status).toBe(404);
    expect(other.text).toContain('This link has stopped working Ring 01632 960123');
    expect((await me.get('/g/nothing')).status).toBe(404);
    deps.clock.set('2028-01-01T00:00:00Z');
    expect((await me.get(path)).status).toBe(404);
    expect((await me.post(path, { do: 'stop' })).status).toBe(404);
    expect(await db`select 1 from suppressions`).toHaveLength(0);
  }),
);

test(
  'a member comments on each item by itself, sees only their own, and fetches papers as files',
  withRollback(async (db) => {
    const { me, deps, path } = await setUp(db, 'group', halo.meetingId);
    const page = await me.get(path);
    expect(page.text).toContain('Repairs Group, meeting on 14 December');
    expect(page.text).toContain('Comments by 10 December (6 days)');
    const empty = await me.post(path, { do: 'comment', item: halo.items[0], words: '  ' });
    expect(empty.text).toContain('Write your comment first.');
    const saved = await me.post(path, { do: 'comment', item: halo.items[0], words: 'Our wall <i>is</i> wet' });
    expect(saved.html).toContain('Our wall &lt;i&gt;is&lt;/i&gt; wet');
    expect(saved.text).toContain('Your comment is saved (4 December)');
    await me.post(path, { do: 'comment', item: 'other', words: 'Thank you' });
    await me.post(path, { do: 'name', show: 'yes' });
    const rows = await db`select agenda_item_id, words, mode, placed, late from comments order by words`;
    expect(rows).toEqual([
      { agendaItemId: halo.items[0], words: 'Our wall <i>is</i> wet', mode: 'web', placed: 'sure', late: false },
      { agendaItemId: null, words: 'Thank you', mode: 'web', placed: 'sure', late: false },
    ]);
    expect((await db`select show_name from memberships`)[0]).toEqual({ showName: true });
    const paper = await me.get(`${path}/paper/${halo.paper}`);
    expect(paper.html).toBe('%PDF-');
    expect(paper.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''damp%20%221%22.pdf");
    expect(paper.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect((await me.get(`${path}/paper/${deps.newId()}`)).status).toBe(404);
    deps.clock.set('2026-12-12T10:00:00Z');
    expect((await me.get(path)).text).toContain('The meeting papers are printed. We will pass this on.');
    await db`update memberships set to_date = '2026-12-11'`;
    expect((await me.get(path)).status).toBe(404);
  }),
);

test(
  'every page behind a link is private and has no holes in any language',
  withRollback(async (db) => {
    const { me, path } = await setUp(db, 'group', halo.meetingId, 'ur');
    const preferences = `/p/${await putLink(db, 'preferences', halo.residentId, null)}`;
    for (const address of [path, preferences, `${preferences}?change=channel`]) {
      const { text, html, headers } = await me.get(address);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(text).not.toMatch(/\{[a-z_]+\}/);
      expect(html).toContain('dir="rtl"');
    }
  }),
);
