import { backupsMade } from '../../../db/queries/backups.ts';
import { changeRetention } from '../../actions/retention/change.ts';
import { seeRetention } from '../../actions/retention/see.ts';
import { keeping } from '../contract/keeping.ts';
import { serve } from './serve.ts';

export const keepingRoutes = serve(keeping, {
  'GET /api/v1/retention': ({ deps }) => seeRetention(deps),
  'PUT /api/v1/retention': async ({ deps, actor }, { body }) => {
    await changeRetention(deps, actor, body);
    return { ok: true } as const;
  },
  'GET /api/v1/backups': async ({ deps }) => ({ items: await backupsMade(deps.db) }),
});
