import { practiceConversation, practiceMessages, practicePhones } from '../../../db/queries/practice.ts';
import { practiceEmail } from '../../actions/practice/email.ts';
import { practiceText } from '../../actions/practice/text.ts';
import { practice } from '../contract/practice.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

/** Phones shown at once. */
const mostPhones = 100;

export const practiceRoutes = serve(practice, {
  'GET /api/v1/practice/messages': async ({ deps }, { query }) => {
    const rows = await practiceMessages(deps.db, { ...query, after: after(query.cursor, 2) });
    return pageOf(rows, query.limit, ({ at, id }) => [at.toISOString(), id]);
  },
  'GET /api/v1/practice/phones': async ({ deps }, { query }) => ({
    items: await practicePhones(deps.db, query.q, mostPhones),
  }),
  'GET /api/v1/practice/phones/{number}': async ({ deps }, { params }) => ({
    items: await practiceConversation(deps.db, params.number),
  }),
  'POST /api/v1/practice/texts': ({ deps }, { body }) => practiceText(deps, body),
  'POST /api/v1/practice/emails': async ({ deps }, { body }) => {
    await practiceEmail(deps, body);
    return { ok: true };
  },
});
