/** What an identity token says of a person, as far as we read it. */
export interface Claims {
  sub?: unknown;
  email?: unknown;
  email_verified?: unknown;
  preferred_username?: unknown;
}

/** One tenant of Microsoft Entra. It says nothing of whether an address is verified: its own directory is what vouches for it. */
const tenant = /^https:\/\/login\.microsoftonline\.(?:com|us)\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/v2\.0$/i;

const addressOf = (value: unknown): string[] =>
  typeof value === 'string' && /^\S+@\S+$/.test(value) ? [value.toLowerCase()] : [];

/** Email addresses by which a person may be known, the best first, and whether any was given that is not verified. */
export interface Known {
  emails: readonly string[];
  unverified: boolean;
}

/** Takes what a token says and who issued it. */
export function knownBy({ email, email_verified, preferred_username }: Claims, issuer: string): Known {
  if (email_verified === true || email_verified === 'true') return { emails: addressOf(email), unverified: false };
  const vouched = email_verified === undefined && tenant.test(issuer);
  const emails = vouched ? [...addressOf(email), ...addressOf(preferred_username)] : [];
  return { emails, unverified: emails.length === 0 && addressOf(email).length > 0 };
}
