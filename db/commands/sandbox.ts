import type { Db } from '../connect.ts';
import type { sandboxMessages } from '../schema/inbound.ts';

/** Keeps a message for the practice inbox or phone. The same delivery again changes nothing. */
export async function keepSandboxMessage(db: Db, row: typeof sandboxMessages.$inferInsert): Promise<void> {
  await db`
    insert into sandbox_messages (delivery_id, channel, to_address, language, subject, body, html, reply_to, at)
    values (${row.deliveryId}, ${row.channel}, ${row.toAddress}, ${row.language}, ${row.subject ?? null}, ${row.body},
      ${row.html ?? null}, ${row.replyTo ?? null}, ${row.at})
    on conflict (delivery_id) do nothing`;
}
