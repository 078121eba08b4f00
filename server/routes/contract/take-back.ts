import { done, fieldStaff } from './common.ts';
import { define, idParams } from './define.ts';

export const takeBack = define({
  'POST /api/v1/waves/{id}/take-back': {
    who: fieldStaff,
    scope: 'waves:launch',
    summary: 'Take a launch back before anything went out: the wave is a plan again',
    params: idParams,
    response: done,
  },
});
