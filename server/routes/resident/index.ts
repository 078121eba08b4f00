import type { RouteDef } from '../route.ts';
import { codeRoutes } from './code.ts';
import { infoRoutes } from './look.ts';
import { surveyRoutes } from './survey.ts';

/** Every page a resident may open. */
export const residentRoutes: readonly RouteDef[] = [...codeRoutes, ...surveyRoutes, ...infoRoutes];
