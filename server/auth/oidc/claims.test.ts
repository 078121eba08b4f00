import { expect, test } from 'vitest';
import { knownBy } from './claims.ts';

const entra = 'https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0';
const other = 'https://id.example.org';
const email = 'Priya@example.org';

test.each([
  ['an address that is verified', { email, email_verified: true }, other, ['priya@example.org'], false],
  ['an address that is not', { email, email_verified: false }, other, [], true],
  ['an address of which nothing is said', { email }, other, [], true],
  ['no address', { sub: '1' }, other, [], false],
  ['a name for signing in, which anybody may choose', { preferred_username: email }, other, [], false],
  ['a person of one Entra tenant', { preferred_username: email }, entra, ['priya@example.org'], false],
  [
    'a person of one Entra tenant with another mailbox',
    { email: 'p@example.org', preferred_username: email },
    entra,
    ['p@example.org', 'priya@example.org'],
    false,
  ],
  ['Entra saying that it is not verified', { email, email_verified: false }, entra, [], true],
  ['every tenant of Entra at once', { email }, 'https://login.microsoftonline.com/common/v2.0', [], true],
])('%s', (_what, claims, issuer, emails, unverified) => {
  expect(knownBy(claims, issuer)).toEqual({ emails, unverified });
});
