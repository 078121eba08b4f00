import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Assets } from './routes/assets.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};
const packable = new Set(['.html', '.js', '.css', '.json', '.svg']);

interface Kept {
  plain: Uint8Array<ArrayBuffer>;
  packed: Uint8Array<ArrayBuffer> | null;
  type: string;
}

async function load(path: string): Promise<Kept | null> {
  const extension = extname(path);
  const type = types[extension];
  if (!type) return null;
  const plain = await readFile(join(dist, path)).catch(() => null);
  if (!plain) return null;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const packed = packable.has(extension) ? new Uint8Array(brotliCompressSync(plain, { params })) : null;
  return { plain: new Uint8Array(plain), packed, type };
}

/** Reads built files once and keeps them, packed too: there are a few dozen, a few megabytes in all. */
export function diskAssets(): Assets {
  const kept = new Map<string, Promise<Kept | null>>();
  return async (path, request) => {
    const safe = normalize(decodeURIComponent(path));
    if (safe.includes('..')) return null;
    const file = await (kept.get(safe) ?? load(safe));
    if (!file) return null;
    kept.set(safe, Promise.resolve(file));
    const headers = new Headers({ 'content-type': file.type, vary: 'accept-encoding' });
    const pack = file.packed !== null && /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
    if (pack) headers.set('content-encoding', 'br');
    return new Response(pack ? file.packed : file.plain, { headers });
  };
}
