import { checkedRows, importRows } from '../../../db/queries/imports.ts';
import { applyImport, startAgain, stopImporting } from '../../actions/import/go.ts';
import { matchColumns } from '../../actions/import/match.ts';
import { rejectsFile } from '../../actions/import/rejects.ts';
import { countsOf, seeImport, shownCheckedRow } from '../../actions/import/see.ts';
import { uploadImport } from '../../actions/import/upload.ts';
import { imports } from '../contract/imports.ts';
import { attachment } from './file.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

export const importRoutes = serve(imports, {
  'GET /api/v1/residents/import': async ({ deps }, { query: { cursor, limit } }) => {
    const rows = await importRows(deps.db, after(cursor, 2), limit);
    const { items, next } = pageOf(rows, limit, ({ at, id }) => [at.toISOString(), id]);
    return { items: items.map((item) => ({ ...item, counts: countsOf(item.counts) })), next };
  },
  'POST /api/v1/residents/import': async ({ deps, actor, request }, { query }) => ({
    id: await uploadImport(deps, actor, { ...query, file: new Uint8Array(await request.arrayBuffer()) }),
  }),
  'GET /api/v1/residents/import/{id}': ({ deps }, { params }) => seeImport(deps, params.id),
  'GET /api/v1/residents/import/{id}/rows': async ({ deps }, { params, query: { cursor, limit, ...filter } }) => {
    const [last = '0'] = after(cursor, 1) ?? [];
    const rows = await checkedRows(deps.db, params.id, filter, Number(last) || 0, limit);
    const { items, next } = pageOf(rows, limit, ({ row }) => [String(row)]);
    return { items: items.map(shownCheckedRow), next };
  },
  'GET /api/v1/residents/import/{id}/rejects': async ({ deps }, { params }) => {
    const { filename, csv } = await rejectsFile(deps, params.id);
    return attachment(filename, 'text/csv; charset=utf-8', csv);
  },
  'PUT /api/v1/residents/import/{id}/columns': async ({ deps, actor }, { params, body }) => {
    await matchColumns(deps, actor, params.id, body);
    return ok;
  },
  'POST /api/v1/residents/import/{id}/apply': async ({ deps, actor }, { params, body }) => {
    await applyImport(deps, actor, params.id, body);
    return ok;
  },
  'POST /api/v1/residents/import/{id}/stop': async ({ deps, actor }, { params }) => {
    await stopImporting(deps, actor, params.id);
    return ok;
  },
  'POST /api/v1/residents/import/{id}/again': async ({ deps, actor }, { params }) => {
    await startAgain(deps, actor, params.id);
    return ok;
  },
});
