import { getCookie, setCookie } from 'hono/cookie';
import type { Db } from '../../../db/connect.ts';
import { type LandlordFacts, landlordFacts, noLandlord } from '../../../db/queries/landlord.ts';
import { isLanguage, type Language, languageCodes } from '../../../surveys/language.ts';
import { sheets } from '../../../web/pages/css.ts';
import type { Frame, Html } from '../../../web/pages/frame.ts';
import { type Look, lookCookie, readLook, type Size } from '../../../web/pages/look.ts';
import type { Deps } from '../../deps.ts';
import type { AppContext } from '../route.ts';

/** The landlord as last read, so that a page can be shown while the database is away. */
const remembered = new WeakMap<Db, LandlordFacts>();

/** Keeps what was read of the landlord; gives what was kept when nothing was read. */
export function rememberLandlord({ db }: Deps, read: LandlordFacts | null): LandlordFacts {
  if (read) remembered.set(db, read);
  return read ?? remembered.get(db) ?? noLandlord;
}

export const readLandlord = async (deps: Deps): Promise<LandlordFacts> =>
  rememberLandlord(deps, await landlordFacts(deps.db));

export const lookOf = (c: AppContext): Look => readLook(getCookie(c, lookCookie));

/** The first language of the browser's list that is offered. */
function browserLanguage(c: AppContext, offered: readonly Language[]): Language | undefined {
  const wanted = (c.req.header('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.map((code) => offered.find((each) => each === code)).find((found) => found !== undefined);
}

export interface FrameChoice {
  /** Languages this page can be had in; all the landlord's when left out. */
  offered?: readonly Language[];
  /** The resident's own language, where one is known. */
  own?: string;
  script?: string;
  /** The size pages begin in, where none was chosen on this device. */
  size?: Size;
  /** This page's own address, where it is not the one asked. */
  path?: string;
}

const landlordLanguages = (landlord: LandlordFacts): Language[] => {
  const known = languageCodes.filter((code) => landlord.languages.includes(code));
  return known.length > 0 ? known : ['en'];
};

/** The frame of a page: what was chosen on a page wins, then the resident's own language, then the browser's. */
export function frameOf(
  c: AppContext,
  landlord: LandlordFacts,
  { offered, own, script, size, path }: FrameChoice = {},
): Frame {
  const chosen = lookOf(c);
  const look = size && getCookie(c, lookCookie) === undefined ? { ...chosen, size } : chosen;
  const mayBe = landlordLanguages(landlord).filter((code) => !offered || offered.includes(code));
  const languages = mayBe.length > 0 ? mayBe : [...(offered ?? ['en' as const])];
  const ownLanguage = isLanguage(own) ? own : undefined;
  const wishes = [look.language, ownLanguage, browserLanguage(c, languages), 'en' as const];
  const language = wishes.find((wish) => wish && languages.includes(wish)) ?? languages[0] ?? 'en';
  return { landlord, language, look, offered: languages, path: path ?? pathOf(c), script };
}

/** The address asked, with its query. */
const pathOf = (c: AppContext): string => {
  const at = c.req.url.indexOf('?');
  return at < 0 ? c.req.path : c.req.path + c.req.url.slice(at);
};

let styleHashes: Promise<string> | null = null;
async function hashesOfStyles(): Promise<string> {
  const hashes = sheets.map(async (sheet) => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sheet));
    return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
  });
  return (await Promise.all(hashes)).join(' ');
}

/** Answers with a page nobody keeps, indexes or frames, which loads only our own font and script. */
export async function show(
  c: AppContext,
  page: Html,
  status: 200 | 400 | 404 | 409 | 413 | 422 | 429 | 500 | 503 = 200,
) {
  styleHashes ??= hashesOfStyles();
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
  c.header('x-robots-tag', 'noindex, nofollow');
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src ${await styleHashes}; font-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  // A plain string goes out in one write; what `html` makes is an object, which Node would read as a stream.
  return c.html(String(await page), status);
}

/** After a form was acted on: back to a page of ours, which is then only shown. */
export function goTo(c: AppContext, path: string): Response {
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
  return c.redirect(path, 303);
}

/** The fields of a posted form. */
export const formOf = async (c: AppContext): Promise<URLSearchParams> => new URLSearchParams(await c.req.text());

const deviceCookie = 'device';

/** The secret of a device; null on one that never answered. */
export const deviceOf = (c: AppContext): string | null => getCookie(c, deviceCookie) ?? null;

/** Gives the device a secret of its own, so that only it sees what was answered on it. */
export function knowDevice(c: AppContext, deps: Deps): string {
  const known = deviceOf(c);
  if (known) return known;
  const secret = Array.from(deps.randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  setCookie(c, deviceCookie, secret, { ...cookieRules(deps), path: '/s', maxAge: 60 * 60 * 24 * 180 });
  return secret;
}

export const cookieRules = ({ env }: Deps) =>
  ({ httpOnly: true, sameSite: 'Lax', secure: env.publicUrl.startsWith('https:') }) as const;
