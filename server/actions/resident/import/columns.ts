/** What a file of residents may tell us, by the headings that housing systems give it. */

/** Headings are compared without case, spaces and punctuation. */
const headings = {
  reference: [
    'reference',
    'person reference',
    'person ref',
    'resident reference',
    'resident ref',
    'resident id',
    'tenant reference',
    'tenant ref',
    'tenant id',
    'person id',
    'party reference',
    'customer reference',
    'customer id',
    'ref',
  ],
  tenancyReference: [
    'tenancy reference',
    'tenancy ref',
    'tenancy id',
    'tenancy number',
    'tenancy',
    'ten ref',
    'account reference',
  ],
  propertyReference: [
    'property reference',
    'property ref',
    'property id',
    'place reference',
    'home reference',
    'asset id',
  ],
  uprn: ['uprn', 'unique property reference number'],
  title: ['title', 'salutation'],
  givenName: ['given name', 'given names', 'first name', 'first names', 'forename', 'forenames'],
  familyName: ['family name', 'surname', 'last name'],
  dateOfBirth: ['date of birth', 'dob', 'birth date', 'born'],
  phone: [
    'phone',
    'mobile',
    'mobile number',
    'mobile phone',
    'mob',
    'mob 1',
    'telephone',
    'telephone number',
    'phone number',
    'tel',
  ],
  email: ['email', 'email address', 'e mail'],
  address1: ['address line 1', 'address 1', 'address', 'line 1', 'house and street'],
  address2: ['address line 2', 'address 2', 'line 2'],
  address3: ['address line 3', 'address 3', 'line 3', 'town', 'city', 'post town'],
  address4: ['address line 4', 'address 4', 'line 4', 'county'],
  postcode: ['postcode', 'post code'],
  area: ['area', 'neighbourhood', 'patch', 'ward', 'estate', 'district'],
  scheme: ['scheme', 'scheme name', 'block', 'block name'],
  propertyType: ['property type', 'home type', 'dwelling type', 'type'],
  tenure: ['tenure', 'tenure type', 'tenancy type'],
  tenancyStart: ['tenancy start', 'tenancy start date', 'start date', 'moved in', 'moved in on'],
  language: ['language', 'preferred language', 'first language'],
  format: ['format', 'print size', 'preferred format'],
  preferredChannel: ['preferred channel', 'preferred contact', 'contact preference', 'contact method', 'best way'],
  panel: ['panel', 'panels', 'group', 'groups'],
} as const;

export type Field = keyof typeof headings;

/** What staff call each field. */
export const fieldNames: Record<Field, string> = {
  reference: 'Person reference',
  tenancyReference: 'Tenancy reference',
  propertyReference: 'Property reference',
  uprn: 'UPRN',
  title: 'Title',
  givenName: 'Given name',
  familyName: 'Family name',
  dateOfBirth: 'Date of birth',
  phone: 'Mobile',
  email: 'Email',
  address1: 'Address line 1',
  address2: 'Address line 2',
  address3: 'Address line 3',
  address4: 'Address line 4',
  postcode: 'Postcode',
  area: 'Area',
  scheme: 'Scheme',
  propertyType: 'Property type',
  tenure: 'Tenure',
  tenancyStart: 'Tenancy start',
  language: 'Language',
  format: 'Print size',
  preferredChannel: 'Preferred channel',
  panel: 'Panel',
};

const plain = (heading: string) => heading.toLowerCase().replace(/[^a-z0-9]/g, '');
const byHeading = new Map(
  Object.entries(headings).flatMap(([field, names]) => names.map((name) => [plain(name), field as Field] as const)),
);

/** Which field each column of a file fills; null for a column that is left out. The first of two alike wins. */
export function fieldsOf(headers: readonly string[]): (Field | null)[] {
  const taken = new Set<Field>();
  return headers.map((header) => {
    const field = byHeading.get(plain(header)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}
