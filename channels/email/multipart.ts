/** One part of a form, its bytes untouched: fields may come in other charsets than UTF-8. */
export interface FormPart {
  name: string;
  filename: string | null;
  contentType: string | null;
  content: Uint8Array;
}

/** Parts read at most; SendGrid posts about twenty fields and its attachments. */
const MAX_PARTS = 200;
const CR = 13;
const LF = 10;

/** Reads a `multipart/form-data` body (RFC 7578). Null when the content type names no boundary or the body does not hold it. */
export function readMultipart(body: Uint8Array, contentType: string): FormPart[] | null {
  const boundary = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(contentType);
  const delimiter = boundary?.[1] ?? boundary?.[2];
  if (!delimiter) return null;
  const mark = new TextEncoder().encode(`--${delimiter}`);
  const parts: FormPart[] = [];
  let at = find(body, mark, 0);
  if (at < 0) return null;
  while (parts.length < MAX_PARTS) {
    const next = find(body, mark, at + mark.length);
    if (next < 0) return parts;
    const part = partOf(body.subarray(at + mark.length, next));
    if (part) parts.push(part);
    at = next;
  }
  return parts;
}

function find(body: Uint8Array, wanted: Uint8Array, from: number): number {
  const first = wanted[0] ?? 0;
  for (let at = body.indexOf(first, from); at >= 0; at = body.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => body[at + offset] === byte)) return at;
  }
  return -1;
}

const blankLine = new Uint8Array([CR, LF, CR, LF]);

function partOf(bytes: Uint8Array): FormPart | null {
  const end = find(bytes, blankLine, 0);
  if (end < 0) return null;
  const head = new TextDecoder().decode(bytes.subarray(0, end));
  const name = parameter(head, 'name');
  if (name === null) return null;
  const tail = bytes.length - (bytes.at(-2) === CR && bytes.at(-1) === LF ? 2 : 0);
  return {
    name,
    filename: parameter(head, 'filename'),
    contentType: /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? null,
    content: bytes.subarray(end + blankLine.length, tail),
  };
}

const parameter = (head: string, name: string): string | null =>
  new RegExp(`^content-disposition:.*[;\\s]${name}="((?:[^"\\\\\\r\\n]|\\\\.)*)"`, 'im').exec(head)?.[1] ?? null;
