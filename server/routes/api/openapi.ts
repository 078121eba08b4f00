import { html } from 'hono/html';
import { z } from 'zod';
import type { Contract, EndpointDef } from '../contract/define.ts';
import { contract } from '../contract/index.ts';
import { anyone, limits, type RouteDef, route } from '../route.ts';

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

/** Params and query are objects; each of their keys is one parameter of the document. */
function parameters(place: 'path' | 'query', schema: z.ZodType | undefined) {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input');
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }));
}

/** A file may be of one kind, or of one of several. */
const fileTypes = ({ contentMediaType, anyOf }: ReturnType<typeof jsonSchema>): unknown[] =>
  contentMediaType === undefined && Array.isArray(anyOf)
    ? anyOf.map((one: unknown) =>
        typeof one === 'object' && one !== null && 'contentMediaType' in one ? one.contentMediaType : null,
      )
    : [contentMediaType ?? 'application/octet-stream'];

function answerContent(schema: z.ZodType) {
  const json = jsonSchema(schema, 'output');
  const types = json.format === 'binary' ? fileTypes(json) : ['application/json'];
  return Object.fromEntries(types.map((type) => [String(type), { schema: json }]));
}

const problemAnswer = {
  description: 'Problem details with a stable code',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function operation(key: string, def: EndpointDef) {
  return {
    operationId: key.replaceAll(/[^A-Za-z0-9]+/g, '_').replace(/_$/, ''),
    summary: def.summary,
    description: `Staff: ${def.who.join(', ')}. Keys: scope ${def.scope}.`,
    tags: [key.split('/')[3] ?? 'other'],
    security: [{ session: [] }, { key: [def.scope] }],
    parameters: [...parameters('path', def.params), ...parameters('query', def.query)],
    ...(def.body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(def.body, 'input') } } },
    }),
    ...(def.takes === 'file' && { requestBody: { required: true, content: { 'application/octet-stream': {} } } }),
    responses: { 200: { description: 'Done', content: answerContent(def.response) }, default: problemAnswer },
  };
}

/** Browsers keep a cookie of this prefix to https. */
const sessionCookie = (publicUrl: string) =>
  `${publicUrl.startsWith('https:') ? '__Secure-' : ''}earshot.session_token`;

const securitySchemes = (publicUrl: string) => ({
  session: { type: 'apiKey', in: 'cookie', name: sessionCookie(publicUrl) },
  key: { type: 'http', scheme: 'bearer' },
});

const components = {
  schemas: {
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'detail', 'code'],
      properties: {
        type: { type: 'string' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string' },
        code: { type: 'string' },
        faults: {
          type: 'array',
          items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 document of a contract, as it is served at an address. */
export function openApi(of: Contract, publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, def] of Object.entries(of)) {
    const [method = '', path = ''] = key.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(key, def) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Earshot', version: '1' },
    paths,
    components: { securitySchemes: securitySchemes(publicUrl), ...components },
  };
}

/** A page that lists the contract for a person: no script, nothing fetched. */
function viewer(of: Contract) {
  const rows = Object.entries(of).map(
    ([key, def]) =>
      html`<tr><th scope="row"><code>${key}</code></th><td>${def.summary}</td><td>${def.who.join(', ')}</td><td><code>${def.scope}</code></td></tr>`,
  );
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Earshot API</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.4rem;border-bottom:1px solid #767676}.wide{overflow-x:auto}</style></head>
<body><main><h1>Earshot API</h1>
<p>Everything the console does. Sign in, or send <code>Authorization: Bearer KEY</code>. The whole contract with every field:
<a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<div class="wide" tabindex="0" role="region" aria-label="Endpoints"><table><thead><tr><th scope="col">Endpoint</th><th scope="col">What it does</th><th scope="col">Staff</th><th scope="col">Scope of a key</th></tr></thead>
<tbody>${rows}</tbody></table></div></main></body></html>`;
}

const why = anyone('the contract is public; the data behind it is not');

export const openApiRoutes: readonly RouteDef[] = [
  route({
    method: 'GET',
    path: '/api/openapi.json',
    who: why,
    limit: limits.none,
    handle: (c, { env }) => c.json(openApi(contract, env.publicUrl)),
  }),
  route({ method: 'GET', path: '/api/docs', who: why, limit: limits.none, handle: (c) => c.html(viewer(contract)) }),
];
