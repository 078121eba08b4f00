import { equalitySettings } from '../../../db/queries/profiles.ts';
import { changeBands } from '../../actions/bands/change.ts';
import { seeBands } from '../../actions/bands/see.ts';
import { seeRepresentation } from '../../actions/group/representation.ts';
import { changeEquality } from '../../actions/landlord/equality.ts';
import { changeProfile } from '../../actions/profile/change.ts';
import { seeProfile } from '../../actions/profile/see.ts';
import { profiles } from '../contract/profiles.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

export const profileRoutes = serve(profiles, {
  'GET /api/v1/residents/{id}/profile': ({ deps, actor }, { params }) => seeProfile(deps, actor, params.id),
  'PUT /api/v1/residents/{id}/profile/{field}': async ({ deps, actor }, { params, body }) => {
    await changeProfile(deps, actor, params, body.code);
    return ok;
  },
  'GET /api/v1/landlord/equality': ({ deps }) => equalitySettings(deps.db),
  'PUT /api/v1/landlord/equality': async ({ deps, actor }, { body }) => {
    await changeEquality(deps, actor, body);
    return ok;
  },
  'GET /api/v1/bands': ({ deps }) => seeBands(deps),
  'PUT /api/v1/bands/{field}': async ({ deps, actor }, { params, body }) => {
    await changeBands(deps, actor, params.field, body);
    return ok;
  },
  'GET /api/v1/groups/{id}/representation': ({ deps, actor }, { params }) => seeRepresentation(deps, actor, params.id),
});
