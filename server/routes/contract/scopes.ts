import type { Role } from '../../actor.ts';
import type { EndpointDef } from './define.ts';
import { contract } from './index.ts';

const endpoints = Object.values<EndpointDef>(contract);

/** Every scope a key can have: those the endpoints ask for. */
export const allScopes = (): string[] => [...new Set(endpoints.map(({ scope }) => scope))].toSorted();

/** Those of `asked` that no endpoint asks for. */
export const unknownScopes = (asked: readonly string[]): string[] =>
  asked.filter((scope) => !allScopes().includes(scope));

/** Whose work a scope is: the roles that may call every endpoint which asks for it. */
export function rolesOfScope(scope: string): Role[] {
  const [first, ...rest] = endpoints.filter((endpoint) => endpoint.scope === scope).map(({ who }) => who);
  return (first ?? []).filter((role) => rest.every((who) => who.includes(role)));
}

/** True when somebody with these roles may give a key this scope: they may do all of it themselves. */
export const mayGive = (roles: readonly Role[], scope: string): boolean =>
  rolesOfScope(scope).some((role) => roles.includes(role));

/** The scopes that somebody may give, in groups of whose work they are; the group of most people first. */
export function scopeGroups(roles: readonly Role[]): { roles: Role[]; scopes: string[] }[] {
  const groups = new Map<string, { roles: Role[]; scopes: string[] }>();
  for (const scope of allScopes().filter((one) => mayGive(roles, one))) {
    const whose = rolesOfScope(scope);
    const group = groups.get(whose.join()) ?? { roles: whose, scopes: [] };
    group.scopes.push(scope);
    groups.set(whose.join(), group);
  }
  return [...groups.values()].toSorted((a, b) => b.roles.length - a.roles.length);
}
