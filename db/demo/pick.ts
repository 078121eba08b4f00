import { generator } from '../../surveys/fieldwork/sampling.ts';

/** How often each key comes, adding up to about 1; a key with nothing never does. */
export type Shares = Readonly<Record<string, number | undefined>>;

/** Choices from one seed: the same seed makes the same landlord on any machine. */
export interface Pick {
  /** From 0 up to 1. */
  number(): number;
  chance(share: number): boolean;
  from<T>(list: readonly T[]): T;
  share(shares: Shares): string;
  between(low: number, high: number): number;
  uuid(): string;
}

export function picker(seed: string): Pick {
  const number = generator(seed);
  const between = (low: number, high: number) => low + Math.floor(number() * (high - low + 1));
  return {
    number,
    between,
    chance: (share) => number() < share,
    from: (list) => list[Math.floor(number() * list.length)] as (typeof list)[number],
    share: (shares) => byShare(shares, number()),
    uuid: () => uuid(() => between(0, 255)),
  };
}

function byShare(shares: Shares, at: number): string {
  let sum = 0;
  let last = '';
  for (const [key, share] of Object.entries(shares)) {
    sum += share ?? 0;
    last = key;
    if (at < sum) return key;
  }
  return last;
}

/** A version 4 uuid (RFC 9562, 5.4) from 16 bytes. */
function uuid(byte: () => number): string {
  const bytes = Array.from({ length: 16 }, byte);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map((b) => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
