/** How staff sentences speak of one person: by pronoun where we hold a title that tells, else by name. */
export interface PersonName {
  title: string | null;
  givenName: string;
  familyName: string;
}

export interface Pronouns {
  she: string;
  She: string;
  her: string;
  /** "her letter". */
  herOwn: string;
  /** "Hers will go by itself". */
  Hers: string;
}

const byTitle: Record<string, 'she' | 'he'> = {
  mrs: 'she',
  miss: 'she',
  ms: 'she',
  lady: 'she',
  dame: 'she',
  mr: 'he',
  sir: 'he',
  lord: 'he',
};

const forms = {
  she: { she: 'she', She: 'She', her: 'her', herOwn: 'her', Hers: 'Hers' },
  he: { she: 'he', She: 'He', her: 'him', herOwn: 'his', Hers: 'His' },
} as const;

/** Pronouns for a person; the name stands in for all of them where the title does not tell. */
export function pronouns(person: PersonName): Pronouns {
  const known = byTitle[(person.title ?? '').toLowerCase().replace(/\.$/, '')];
  if (known !== undefined) return forms[known];
  const name = fullName(person);
  const Name = name.charAt(0).toUpperCase() + name.slice(1);
  return { she: name, She: Name, her: name, herOwn: `${name}'s`, Hers: `${Name}'s message` };
}

/** "A Jones", "Dr A Jones", or "this resident" where no name is held. */
export function fullName({ title, givenName, familyName }: PersonName): string {
  const initial = givenName.trim().slice(0, 1);
  return [title, initial, familyName.trim()].filter(Boolean).join(' ') || 'this resident';
}
