import type { RouteDef } from '../route.ts';
import { aboutRoutes } from './about.ts';
import { codeRoutes } from './code.ts';
import { eventPageRoutes } from './event.ts';
import { formRoutes } from './form.ts';
import { groupPageRoutes } from './group.ts';
import { joinRoutes } from './join.ts';
import { infoRoutes } from './look.ts';
import { confirmRoutes } from './new-address.ts';
import { photoPageRoutes } from './photo.ts';
import { preferenceRoutes } from './preferences.ts';
import { prizePageRoutes } from './prize.ts';
import { surveyRoutes } from './survey.ts';
import { unsubscribeRoutes } from './unsubscribe.ts';

/** Every page a resident may open. */
export const residentRoutes: readonly RouteDef[] = [
  ...codeRoutes,
  ...surveyRoutes,
  ...photoPageRoutes,
  ...formRoutes,
  ...aboutRoutes,
  ...prizePageRoutes,
  ...preferenceRoutes,
  ...confirmRoutes,
  ...unsubscribeRoutes,
  ...groupPageRoutes,
  ...eventPageRoutes,
  ...joinRoutes,
  ...infoRoutes,
];
