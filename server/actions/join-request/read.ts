import { z } from 'zod';
import { readNumber } from '../../../channels/sms/number.ts';
import { comfortLevels, isTopic } from '../../../surveys/groups/interests.ts';
import { digitsIn } from '../../../surveys/interview/digits.ts';
import type { PutForward } from './put-forward.ts';

/** What stood in the form. */
export interface TypedJoin {
  name: string;
  reach: string;
  postcode: string;
  topics: readonly string[];
  level: string;
}

/** A whole British postcode, its two halves apart. */
const postcodeOf = (typed: string): string | null => {
  const compact = digitsIn(typed).replace(/\s+/g, '').toUpperCase();
  const [, out, inward] = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(compact) ?? [];
  return out && inward ? `${out} ${inward}` : null;
};

function reachOf(typed: string): Pick<PutForward, 'channel' | 'address'> | null {
  const text = typed.trim();
  if (text.includes('@')) {
    const email = text.toLowerCase();
    return z.email().max(254).safeParse(email).success ? { channel: 'email', address: email } : null;
  }
  const phone = readNumber(text);
  return phone?.mobile ? { channel: 'sms', address: phone.number } : null;
}

/** Reads the form to join; or the first field at fault. */
export function readJoin(
  typed: TypedJoin,
): { given: Omit<PutForward, 'language'> } | { fault: 'name' | 'reach' | 'postcode' } {
  const name = typed.name
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/\p{L}/u.test(name)) return { fault: 'name' };
  const reach = reachOf(typed.reach);
  if (reach === null) return { fault: 'reach' };
  const postcode = postcodeOf(typed.postcode);
  if (postcode === null) return { fault: 'postcode' };
  const comfortLevel = comfortLevels.find((level) => String(level) === typed.level) ?? null;
  return { given: { name, ...reach, postcode, topics: [...new Set(typed.topics.filter(isTopic))], comfortLevel } };
}
