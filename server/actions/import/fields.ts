/** What a file of residents may tell us: each field with what staff call it and the headings housing systems give it. */

/** Headings are compared without case, spaces and punctuation, so `TEN_REF` is "ten ref". */
const known = {
  reference: {
    name: 'Person reference',
    headings:
      'reference, person reference, person ref, resident reference, resident ref, resident id, tenant reference, tenant ref, tenant id, person id, person no, person number, party reference, party ref, party id, customer reference, customer ref, customer id, client reference, contact id, ref, per ref, person code',
  },
  tenancyReference: {
    name: 'Tenancy reference',
    headings:
      'tenancy reference, tenancy ref, tenancy id, tenancy no, tenancy number, tenancy, ten ref, ten no, tenancy agreement reference, account reference, account ref, rent account, rent account number, lease reference, tenancy code, tag ref',
  },
  propertyReference: {
    name: 'Property reference',
    headings:
      'property reference, property ref, property id, property no, property number, property code, prop ref, place reference, place ref, home reference, asset id, asset reference, unit reference, unit ref, dwelling id',
  },
  uprn: { name: 'UPRN', headings: 'uprn, unique property reference number' },
  title: { name: 'Title', headings: 'title, salutation, prefix, mr mrs' },
  fullName: {
    name: 'Whole name',
    headings:
      'name, full name, tenant name, resident name, person name, customer name, contact name, occupant, occupier name, tenant',
  },
  givenName: {
    name: 'Given name',
    headings: 'given name, given names, first name, first names, forename, forenames, christian name, fname',
  },
  familyName: { name: 'Family name', headings: 'family name, surname, last name, second name, lname' },
  dateOfBirth: { name: 'Date of birth', headings: 'date of birth, dob, birth date, birthdate, born, d o b' },
  phone: {
    name: 'Mobile',
    headings:
      'phone, mobile, mobile number, mobile phone, mobile no, mobile tel, mob, mob 1, mobile 1, telephone, telephone number, telephone 1, phone number, phone 1, tel, tel no, tel 1, contact number, cell, sms number',
  },
  phone2: {
    name: 'Second phone',
    headings:
      'second phone, phone 2, telephone 2, tel 2, mobile 2, mob 2, home phone, home telephone, home tel, landline, landline number, other phone, alternative phone, alternative number, work phone, work telephone, daytime phone, evening phone',
  },
  email: { name: 'Email', headings: 'email, email address, e mail, e mail address, email 1, mail' },
  address1: {
    name: 'Address line 1',
    headings:
      'address line 1, address 1, addr 1, add 1, address, full address, property address, line 1, house and street, street address, short address',
  },
  address2: { name: 'Address line 2', headings: 'address line 2, address 2, addr 2, add 2, line 2, street' },
  address3: {
    name: 'Address line 3',
    headings: 'address line 3, address 3, addr 3, add 3, line 3, town, city, post town, locality',
  },
  address4: { name: 'Address line 4', headings: 'address line 4, address 4, addr 4, add 4, line 4, county' },
  postcode: { name: 'Postcode', headings: 'postcode, post code, postal code, property postcode, pcode, zip' },
  area: {
    name: 'Area',
    headings: 'area, neighbourhood, neighbourhood name, patch, ward, estate, district, management area, region',
  },
  scheme: { name: 'Scheme', headings: 'scheme, scheme name, block, block name, development, site' },
  propertyType: {
    name: 'Property type',
    headings: 'property type, prop type, home type, dwelling type, type, unit type, archetype',
  },
  tenure: { name: 'Tenure', headings: 'tenure, tenure type, tenancy type, tenure code, occupancy type' },
  needsType: { name: 'Needs type (CORE)', headings: 'needstype, needs type' },
  rentType: { name: 'Rent type (CORE)', headings: 'rent type, renttype' },
  tenancyStart: {
    name: 'Tenancy start',
    headings:
      'tenancy start, tenancy start date, start date, moved in, moved in on, commencement date, tenancy commencement date, occupancy start, from date, startdate, lease start',
  },
  leftOn: {
    name: 'Left on',
    headings:
      'left on, left, tenancy end, tenancy end date, end date, moved out, moved out on, termination date, date left, leaving date, to date',
  },
  leftReason: {
    name: 'Why they left',
    headings:
      'left reason, reason left, why they left, leaving reason, end reason, termination reason, reason for leaving, deceased',
  },
  role: {
    name: 'Part in the household',
    headings:
      'role, household role, relationship, relationship to tenant, person type, tenant type, joint tenant, joint',
  },
  language: {
    name: 'Language',
    headings: 'language, preferred language, first language, main language, spoken language, language spoken, lang',
  },
  format: {
    name: 'Print size',
    headings: 'format, print size, preferred format, letter format, document format, alternative format',
  },
  preferredChannel: {
    name: 'Preferred channel',
    headings:
      'preferred channel, preferred contact, preferred contact method, preferred method of contact, contact preference, contact method, best way, communication preference',
  },
  accessNeeds: {
    name: 'Access needs',
    headings:
      'access needs, communication needs, communication adjustments, accessibility needs, person alerts, alert codes, alerts, comm codes, reasonable adjustments',
  },
  correspondence1: {
    name: 'Correspondence address',
    headings:
      'correspondence address, correspondence address 1, correspondence address line 1, corr address, corr address 1, corr addr 1, mailing address, mailing address 1, forwarding address, postal address, billing address',
  },
  correspondence2: {
    name: 'Correspondence address line 2',
    headings: 'correspondence address 2, correspondence address line 2, corr address 2, corr addr 2, mailing address 2',
  },
  correspondence3: {
    name: 'Correspondence address line 3',
    headings: 'correspondence address 3, correspondence address line 3, corr address 3, corr addr 3, mailing address 3',
  },
  correspondence4: {
    name: 'Correspondence address line 4',
    headings: 'correspondence address 4, correspondence address line 4, corr address 4, corr addr 4, mailing address 4',
  },
  correspondencePostcode: {
    name: 'Correspondence postcode',
    headings: 'correspondence postcode, correspondence post code, corr postcode, mailing postcode',
  },
  panel: { name: 'Panel', headings: 'panel, panels, group, groups' },
  ethnicity: {
    name: 'Ethnic group',
    headings: 'ethnicity, ethnic group, ethnic origin, ethnic, ethnic background, race',
  },
  sex: { name: 'Sex', headings: 'sex, gender, sex registered at birth' },
  gender_same_as_sex: {
    name: 'Gender the same as sex',
    headings: 'gender same as sex, gender identity, gender same as at birth, gender same as sex registered at birth',
  },
  sexual_orientation: { name: 'Sexual orientation', headings: 'sexual orientation, orientation, sexuality' },
  long_term_condition: {
    name: 'Long-term condition',
    headings: 'long term condition, disability, disabled, illness, long term illness, health condition',
  },
  activity_reduced: {
    name: 'Day-to-day activities reduced',
    headings: 'activity reduced, day to day activities, activities limited',
  },
  religion: { name: 'Religion', headings: 'religion, religion or belief, faith, belief' },
  marital_status: { name: 'Marital status', headings: 'marital status, marriage, civil status' },
  caring: { name: 'Caring responsibilities', headings: 'caring, carer, caring responsibilities, unpaid care' },
  working: {
    name: 'Working situation',
    headings: 'working, working situation, ecstat, employment status, economic status, employment',
  },
  internet_use: { name: 'Internet use', headings: 'internet use, digital access, internet access, online access' },
} as const;

export type Field = keyof typeof known;

export const fieldCodes = Object.keys(known) as Field[];
export const isField = (code: unknown): code is Field => typeof code === 'string' && Object.hasOwn(known, code);

/** What staff call each field. */
export const fieldName = (field: Field): string => known[field].name;

/** A heading without case, spaces and punctuation. */
export const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, '');

const byHeading = new Map(
  fieldCodes.flatMap((field) => known[field].headings.split(', ').map((name) => [plain(name), field] as const)),
);

/** The field that a heading names by a name we know; null for any other. */
export const fieldNamed = (heading: string): Field | null => byHeading.get(plain(heading)) ?? null;
