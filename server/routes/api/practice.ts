import { practiceConversation, practiceMessages, practicePhones } from '../../../db/queries/practice.ts';
import { practiceEmail } from '../../actions/practice/email.ts';
import { practisedOnly } from '../../actions/practice/only.ts';
import { practiceText } from '../../actions/practice/text.ts';
import { practice } from '../contract/practice.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

/** Phones shown at once. */
const mostPhones = 100;

export const practiceRoutes = serve(practice, {
  'GET /api/v1/practice/messages': async ({ deps }, { query }) => {
    const { channel, q, cursor, limit } = query;
    const channels = practisedOnly(deps.channels, channel);
    const rows = await practiceMessages(deps.db, { channels, q, after: after(cursor, 2), limit });
    return pageOf(rows, limit, ({ at, id }) => [at.toISOString(), id]);
  },
  'GET /api/v1/practice/phones': async ({ deps }, { query }) => {
    practisedOnly(deps.channels, 'sms');
    return { items: await practicePhones(deps.db, query.q, mostPhones) };
  },
  'GET /api/v1/practice/phones/{number}': async ({ deps }, { params }) => {
    practisedOnly(deps.channels, 'sms');
    return { items: await practiceConversation(deps.db, params.number) };
  },
  'POST /api/v1/practice/texts': ({ deps }, { body }) => practiceText(deps, body),
  'POST /api/v1/practice/emails': async ({ deps }, { body }) => {
    await practiceEmail(deps, body);
    return { ok: true };
  },
});
