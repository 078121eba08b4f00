import type { RouteDef } from '../route.ts';
import { sessionRoutes } from './session.ts';

/** Every route of the API: `serve(contract, handlers)` of each noun. */
export const apiRoutes: readonly RouteDef[] = [...sessionRoutes];
