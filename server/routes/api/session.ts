import { landlordSettings } from '../../../db/queries/settings.ts';
import { readsFreeText } from '../../../db/queries/staff.ts';
import { trayWaiting } from '../../../db/queries/today.ts';
import { banner, practised } from '../../actions/home/banner.ts';
import { seeHome } from '../../actions/home/see.ts';
import { missingOf } from '../../actions/landlord/missing.ts';
import { listProviders } from '../../actions/provider/list.ts';
import { session } from '../contract/session.ts';
import { serve } from './serve.ts';

export const sessionRoutes = serve(session, {
  'GET /api/v1/me': async ({ deps, actor }) => {
    const landlord = await landlordSettings(deps.db);
    const tray = await trayWaiting(deps.db);
    const { name = '', shortName = '', phone = '', languages = ['en'] } = landlord ?? {};
    return {
      id: actor.id,
      name: actor.name,
      roles: actor.kind === 'staff' ? [...actor.roles] : [],
      held: actor.kind === 'staff' ? (actor.held ?? null) : null,
      landlord: { name, shortName, phone, languages, complete: missingOf(landlord).length === 0 },
      practice: practised(deps),
      banner: await banner(deps),
      trayCount: tray.all.count + tray.urgent.count,
      readsFreeText: actor.kind === 'staff' && (await readsFreeText(deps.db, actor.id)),
    };
  },
  'GET /api/v1/home': ({ deps, actor }) => seeHome(deps, actor),
  'GET /api/v1/providers': ({ deps }) => listProviders(deps),
});
