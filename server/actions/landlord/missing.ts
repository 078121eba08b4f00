import type { Landlord } from '../../../db/queries/settings.ts';

/** A detail of the landlord that is not there yet, and what waits for it. */
export interface Missing {
  field: string;
  sentence: string;
}

const needed: readonly (Missing & { there(landlord: Landlord): boolean })[] = [
  {
    field: 'name',
    there: ({ name }) => name !== '',
    sentence: "The landlord's name is missing. Every message says who asks.",
  },
  {
    field: 'shortName',
    there: ({ shortName }) => shortName !== '',
    sentence: "The landlord's short name is missing. Texts need one of at most 15 letters.",
  },
  {
    field: 'phone',
    there: ({ phone }) => phone !== '',
    sentence: "The landlord's telephone number is missing. Every page and letter gives it.",
  },
  {
    field: 'address',
    there: ({ address }) => address.length > 0,
    sentence: "The landlord's address is missing. Emails and letters must carry it.",
  },
  {
    field: 'freepost',
    there: ({ freepost }) => freepost !== '',
    sentence: "The landlord's Freepost address is missing. Paper answers come back to it.",
  },
  {
    field: 'privacyContact',
    there: ({ privacyContact }) => privacyContact !== '',
    sentence: 'The privacy contact is missing. Residents must know whom to ask.',
  },
];

/** What is missing of the landlord; nothing launches until this is empty. Everything, when there is no landlord. */
export const missingOf = (landlord: Landlord | null): Missing[] =>
  needed.filter((one) => landlord === null || !one.there(landlord)).map(({ field, sentence }) => ({ field, sentence }));
