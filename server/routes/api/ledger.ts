import { deliveriesOf, printedFile } from '../../../db/queries/print-batches.ts';
import { isPageFormat } from '../../../surveys/format.ts';
import { leaveDelivery } from '../../actions/delivery/leave.ts';
import { resendDelivery } from '../../actions/delivery/resend.ts';
import { markPosted } from '../../actions/print/mark-posted.ts';
import { printAgain } from '../../actions/print/print-again.ts';
import { seeBatches } from '../../actions/print/see-batches.ts';
import { displayName } from '../../actions/resident/name.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { ledger } from '../contract/ledger.ts';
import { attachment } from './file.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

async function printed(deps: Deps, id: string) {
  const file = await printedFile(deps.db, id);
  if (file === null) throw problems.notFound('printed file');
  return file;
}

export const ledgerRoutes = serve(ledger, {
  'GET /api/v1/batches': async ({ deps }, { query }) => ({
    items: await seeBatches(deps, query.wave ?? null),
  }),
  'GET /api/v1/batches/{id}/pdf': async ({ deps }, { params }) => {
    const { number, format, pdf } = await printed(deps, params.id);
    if (!isPageFormat(format)) throw problems.notFound('printed file: this one is a folder');
    return attachment(`letters-${number}.pdf`, 'application/pdf', new Uint8Array(pdf));
  },
  'GET /api/v1/batches/{id}/manifest': async ({ deps }, { params }) => {
    const { number, manifest } = await printed(deps, params.id);
    return attachment(`letters-${number}.csv`, 'text/csv; charset=utf-8', manifest);
  },
  'POST /api/v1/batches/{id}/posted': async ({ deps, actor }, { params, body }) => {
    await markPosted(deps, actor, params.id, body.postedOn);
    return ok;
  },
  'POST /api/v1/batches/{id}/again': async ({ deps, actor }, { params }) => {
    await printAgain(deps, actor, params.id);
    return ok;
  },
  'GET /api/v1/deliveries': async ({ deps }, { query }) => {
    const { status, wave, cursor, limit } = query;
    const rows = await deliveriesOf(deps.db, { status, waveId: wave ?? null, after: after(cursor, 1), limit });
    const named = rows.map(({ title, givenName, familyName, ...row }) => ({
      ...row,
      name: displayName({ title, givenName: givenName ?? '', familyName: familyName ?? '' }),
    }));
    return pageOf(named, limit, (row) => [row.id]);
  },
  'POST /api/v1/deliveries/{id}/resend': async ({ deps, actor }, { params }) => {
    await resendDelivery(deps, actor, params.id);
    return ok;
  },
  'POST /api/v1/deliveries/{id}/leave': async ({ deps, actor }, { params }) => {
    await leaveDelivery(deps, actor, params.id);
    return ok;
  },
});
