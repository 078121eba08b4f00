import type { RouteDef } from '../route.ts';

/** Every address a provider calls. */
export const webhookRoutes: readonly RouteDef[] = [];
