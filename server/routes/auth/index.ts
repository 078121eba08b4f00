import type { RouteDef } from '../route.ts';
import { providerRoutes } from './provider.ts';
import { sessionRoutes } from './sessions.ts';
import { signInRoutes } from './sign-in.ts';
import { twoStepRoutes } from './two-step.ts';

/** How staff come in and go out, and what each does with their own way in. No path of the sign-in library is served itself. */
export const authRoutes: readonly RouteDef[] = [...signInRoutes, ...twoStepRoutes, ...sessionRoutes, ...providerRoutes];
