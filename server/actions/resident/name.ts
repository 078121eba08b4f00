/** "Mrs Nadia Khan", or "No name held". */
export const displayName = ({
  title,
  givenName,
  familyName,
}: {
  title: string | null;
  givenName: string;
  familyName: string;
}): string => [title, givenName, familyName].filter(Boolean).join(' ') || 'No name held';

/** "12 Elm Court, OX1 1AA". */
export const displayAddress = ({
  addressLines,
  postcode,
}: {
  addressLines: readonly string[] | null;
  postcode: string | null;
}): string => [...(addressLines ?? []), postcode].filter(Boolean).join(', ');
