import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Fault, problems } from '../../problem.ts';
import type { Contract, EndpointDef, HandlerInput, HandlerOutput } from '../contract/define.ts';
import { type AppContext, limits, type Method, type RouteDef, route } from '../route.ts';
import { faultsOf } from './faults.ts';

/** What an API handler is given besides its input. */
export interface ApiContext {
  deps: Deps;
  actor: Actor;
  /** The request as it came, for a handler that reads the body itself (a file). */
  request: Request;
  /** The address it came from. */
  address: string;
}

type Handler<E extends EndpointDef> = (ctx: ApiContext, input: HandlerInput<E>) => Promise<HandlerOutput<E> | Response>;

/** One handler for each endpoint of a contract, under the same key. */
export type Handlers<C extends Contract> = { [K in keyof C]: Handler<C[K] & EndpointDef> };

/** A handler whose endpoint is no longer known by type: its input is what the endpoint's own schemas gave. */
type LooseHandler = (ctx: ApiContext, input: never) => Promise<unknown>;

/** Repeated query keys become a list; single ones stay text. */
function readQuery(c: AppContext): Record<string, string | string[]> {
  const entries = Object.entries(c.req.queries());
  return Object.fromEntries(entries.map(([key, all]) => [key, all.length === 1 ? (all[0] ?? '') : all]));
}

async function readBody(c: AppContext): Promise<unknown> {
  const text = await c.req.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw problems.notJson();
  }
}

const readers: Record<'params' | 'query' | 'body', (c: AppContext) => unknown> = {
  params: (c) => c.req.param(),
  query: readQuery,
  body: readBody,
};

/** Reads and checks every part the endpoint has; throws one problem with every fault of all parts. */
async function readInput(def: EndpointDef, c: AppContext): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = def[part];
    if (!schema) continue;
    const given = await readers[part](c);
    const parsed = schema.safeParse(given);
    if (parsed.success) input[part] = parsed.data;
    else faults.push(...faultsOf(part, schema, given, parsed.error));
  }
  if (faults.length > 0) throw problems.badInput(faults);
  return input;
}

const honoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

function toRoute(key: string, def: EndpointDef, handler: LooseHandler): RouteDef {
  const [method = '', path = ''] = key.split(' ');
  return route({
    method: method as Method,
    path: honoPath(path),
    who: def.who,
    scope: def.scope,
    evenHeld: def.evenHeld,
    limit: def.limit ?? (method === 'GET' ? limits.none : limits.small),
    async handle(c, deps) {
      const input = await readInput(def, c);
      const result = await handler(
        { deps, actor: c.get('actor'), request: c.req.raw, address: c.get('address') },
        input as never,
      );
      return result instanceof Response ? result : c.json(def.response.parse(result));
    },
  });
}

/** Makes routes of a contract and its handlers: input checked, answer cut down to what the contract names. */
export function serve<const C extends Contract>(contract: C, handlers: Handlers<C>): RouteDef[] {
  const byKey: Record<string, LooseHandler> = handlers;
  return Object.entries<EndpointDef>(contract).map(([key, def]) => {
    const handler = byKey[key];
    if (!handler) throw new Error(`No handler for ${key}`);
    return toRoute(key, def, handler);
  });
}
