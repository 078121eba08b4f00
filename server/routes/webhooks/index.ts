import type { RouteDef } from '../route.ts';
import { emailRoutes } from './email.ts';
import { sendgridRoutes } from './sendgrid.ts';
import { twilioRoutes } from './twilio.ts';

/** Every address a provider calls. */
export const webhookRoutes: readonly RouteDef[] = [...twilioRoutes, ...sendgridRoutes, ...emailRoutes];
