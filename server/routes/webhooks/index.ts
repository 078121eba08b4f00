import type { RouteDef } from '../route.ts';
import { twilioRoutes } from './twilio.ts';

/** Every address a provider calls. */
export const webhookRoutes: readonly RouteDef[] = [...twilioRoutes];
