import { z } from 'zod';
import type { Role } from '../../actor.ts';
import type { Method } from '../route.ts';

/** One endpoint of the API, as both sides see it. */
export interface EndpointDef {
  who: readonly Role[];
  /** The scope an API key needs: `waves:read`, `waves:write`. */
  scope: string;
  summary: string;
  /** Also for staff who must first choose a password or set up their second step. */
  evenHeld?: true;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The body is a file as it is, which the handler reads from the request. */
  takes?: 'file';
  /** What is answered; keys it does not name are dropped. `z.file().mime(type)` where the handler returns a `Response`. */
  response: z.ZodType;
  /** Most bytes of body; `limits.small` when left out. */
  limit?: number;
}

export type EndpointKey = `${Method} /api/v1/${string}`;
export type Contract = Readonly<Record<EndpointKey, EndpointDef>>;

/** Declares endpoints by `METHOD /api/v1/path/{param}`. */
export const define = <const C extends Contract>(contract: C): C => contract;

/** A moment: handlers give a Date or its ISO text, callers get the text. */
export const instant = z
  .union([z.date(), z.string()])
  .transform((at) => (at instanceof Date ? at.toISOString() : at))
  .pipe(z.iso.datetime());

/** The usual params of an endpoint for one thing. */
export const idParams = z.object({ id: z.uuid() });

/** The usual query of a list: a page by cursor. */
export const pageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of a list; `next` is the cursor of the following page, null at the end. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Given<T> = T extends z.ZodType ? z.input<T> : undefined;
type Part<E extends EndpointDef, K extends 'params' | 'query' | 'body'> = E extends { [P in K]: infer T }
  ? T
  : undefined;

/** What a handler is given, checked. */
export interface HandlerInput<E extends EndpointDef> {
  params: Parsed<Part<E, 'params'>>;
  query: Parsed<Part<E, 'query'>>;
  body: Parsed<Part<E, 'body'>>;
}

/** What a handler answers with: anything the response schema takes. */
export type HandlerOutput<E extends EndpointDef> = z.input<E['response']>;

type Needed<E extends EndpointDef, K extends 'params' | 'query' | 'body'> = E extends { [P in K]: infer T }
  ? undefined extends T
    ? object
    : Record<never, never> extends Given<T>
      ? { [P in K]?: Given<T> }
      : { [P in K]: Given<T> }
  : object;

/** What a caller gives: only the parts the endpoint has; a part with nothing required may be left out. */
export type CallInput<E extends EndpointDef> = Needed<E, 'params'> &
  Needed<E, 'query'> &
  Needed<E, 'body'> &
  (E extends { takes: 'file' } ? { file: Blob } : object);

/** What a caller gets. */
export type CallOutput<E extends EndpointDef> = z.output<E['response']>;
