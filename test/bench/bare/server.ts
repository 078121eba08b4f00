import { createHmac, timingSafeEqual } from 'node:crypto';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { connect } from '../../../db/connect.ts';

/** The least that does the work: the limit our own server is measured against. Prints its port when it listens. */
const db = connect(process.env.DATABASE_URL ?? '');
await db`create table if not exists bare_codes (code text primary key)`;
await db`create table if not exists bare_answers (id bigint generated always as identity, code text, question text, value text)`;
await db`create table if not exists bare_reports (sid text, status text, primary key (sid, status))`;
await db`create table if not exists bare_texts (sid text primary key, number text, body text)`;

const app = new Hono();
app.get('/s/:code', async (c) => {
  const [row] = await db`select code from bare_codes where code = ${c.req.param('code')}`;
  if (!row) return c.text('unknown', 404);
  return c.html(
    `<!doctype html><title>Survey</title><h1>How clean are the stairs?</h1><form method="post"><label><input type="radio" name="answer" value="1">Clean</label><button>Save</button></form>`,
  );
});
app.post('/s/:code', async (c) => {
  const form = new URLSearchParams(await c.req.text());
  await db`insert into bare_answers (code, question, value) values (${c.req.param('code')}, ${form.get('question')}, ${form.get('answer')})`;
  return c.redirect(`/s/${c.req.param('code')}`, 303);
});
/** A form that Twilio signed; null when it did not. */
async function signedForm(c: Context): Promise<Record<string, string> | null> {
  const form = Object.fromEntries(new URLSearchParams(await c.req.text()));
  const signed = Object.keys(form)
    .sort()
    .map((key) => key + form[key])
    .join('');
  const mac = createHmac('sha1', process.env.TOKEN ?? '')
    .update(`${process.env.SIGNED_URL}${signed}`)
    .digest();
  const given = Buffer.from(c.req.header('x-twilio-signature') ?? '', 'base64');
  return given.length === mac.length && timingSafeEqual(given, mac) ? form : null;
}

app.post('/text', async (c) => {
  const form = await signedForm(c);
  if (form === null) return c.text('not signed', 403);
  const [id = '', from = '', body = ''] = [form.MessageSid, form.From, form.Body];
  await db`insert into bare_texts (sid, number, body) values (${id}, ${from}, ${body})`;
  return new Response('<Response><Message>Thank you</Message></Response>', { headers: { 'content-type': 'text/xml' } });
});
app.post('/status', async (c) => {
  const form = await signedForm(c);
  if (form === null) return c.text('not signed', 403);
  await db`insert into bare_reports (sid, status) values (${form.MessageSid ?? ''}, ${form.MessageStatus ?? ''})`;
  return c.body(null, 204);
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(port));
