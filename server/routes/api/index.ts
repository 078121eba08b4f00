import type { RouteDef } from '../route.ts';

/** Every route of the API: `serve(contract, handlers)` of each noun. */
export const apiRoutes: readonly RouteDef[] = [];
