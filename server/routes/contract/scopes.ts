import type { EndpointDef } from './define.ts';
import { contract } from './index.ts';

/** Every scope a key can have: those the endpoints ask for. */
export const allScopes = (): string[] =>
  [...new Set(Object.values<EndpointDef>(contract).map((endpoint) => endpoint.scope))].toSorted();

/** Those of `asked` that no endpoint asks for. */
export const unknownScopes = (asked: readonly string[]): string[] =>
  asked.filter((scope) => !allScopes().includes(scope));
