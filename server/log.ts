/**
 * What a log line may say. Ids, counts, durations, route patterns and codes: nothing a resident is, gave or was sent.
 * Shapes are checked as well as names, so a phone number put under `code` is withheld too.
 */
const shapes = {
  id: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  word: /^(?!.*\d{6})[A-Za-z][A-Za-z0-9_.]{0,60}$/,
  code: /^(?!.*\d{6})[A-Za-z0-9_]{1,40}$/,
  route: /^(?!.*\d{6})(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/[A-Za-z0-9/:*{}_.-]{0,120}$/,
  frames: /^(?: ?(?:surveys|channels|db|server|web|test)\/[A-Za-z_./-]{1,100}:\d{1,4}){1,8}$/,
  number: null,
} as const;

const allowed = {
  id: 'id',
  campaignId: 'id',
  waveId: 'id',
  mailingId: 'id',
  deliveryId: 'id',
  recipientId: 'id',
  inboundId: 'id',
  actorId: 'id',
  job: 'word',
  channel: 'word',
  provider: 'word',
  kind: 'word',
  state: 'word',
  error: 'word',
  signal: 'word',
  code: 'code',
  route: 'route',
  places: 'frames',
  ms: 'number',
  count: 'number',
  total: 'number',
  failed: 'number',
  unknown: 'number',
  attempt: 'number',
  status: 'number',
  bytes: 'number',
  port: 'number',
  pid: 'number',
} as const satisfies Record<string, keyof typeof shapes>;

export type LogFields = { [K in keyof typeof allowed]?: (typeof allowed)[K] extends 'number' ? number : string };

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** The error's kind, code and places are told; its message is not, for it may quote what somebody gave us. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

const withheld = '[withheld]';

function shown(key: string, value: unknown): unknown {
  const shape = allowed[key as keyof typeof allowed];
  if (shape === 'number') return typeof value === 'number' ? value : withheld;
  const pattern = shapes[shape];
  return pattern && typeof value === 'string' && pattern.test(value) ? value : withheld;
}

const shownFields = (fields: LogFields) =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([key, value]) => key in allowed && value !== undefined)
      .map(([key, value]) => [key, shown(key, value)]),
  );

/** The places of a stack in our own folders, without the message: `server/app.ts:12 db/queries/x.ts:3`. */
function places(stack: string): string {
  const ours = stack.matchAll(/\/((?:surveys|channels|db|server|web|test)\/[A-Za-z_./-]+):(\d{1,4}):\d+/g);
  return [...ours]
    .slice(0, 8)
    .map(([, file, line]) => `${file}:${line}`)
    .join(' ');
}

function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const name = error.name === 'Error' ? error.constructor.name : error.name;
  return { error: name, code, places: places(error.stack ?? '') || undefined };
}

/** A log of JSON lines. Takes the clock and where a line goes. */
export function createLog(now: () => Date, write: (line: string) => void): Log {
  const line = (level: string, event: string, fields: LogFields) =>
    write(
      JSON.stringify({
        at: now().toISOString(),
        level,
        event: shapes.word.test(event) ? event : withheld,
        ...shownFields(fields),
      }),
    );
  return {
    info: (event, fields = {}) => line('info', event, fields),
    warn: (event, fields = {}) => line('warn', event, fields),
    error: (event, error, fields = {}) => line('error', event, { ...fields, ...errorFields(error) }),
  };
}
