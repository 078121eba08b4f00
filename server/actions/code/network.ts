/** The 16-bit groups of an IPv6 address as written; null when it is none. */
function groupsOf(address: string): string[] | null {
  const [head = '', tail, ...more] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  if (!address.includes(':') || more.length > 0) return null;
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right];
}

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Whom to hold to account for guessing from an address: itself, and of IPv6 its /64, for each home or telephone has
 * 2^64 addresses there (RFC 6177, section 2). An IPv4 address in the writing of IPv6 is that IPv4 address.
 */
export function networkOf(address: string): string {
  const [, plain] = mapped.exec(address) ?? [];
  if (plain) return plain;
  const groups = groupsOf(address);
  if (groups === null) return address;
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
