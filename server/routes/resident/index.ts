import type { RouteDef } from '../route.ts';

/** Every page a resident may open. */
export const residentRoutes: readonly RouteDef[] = [];
