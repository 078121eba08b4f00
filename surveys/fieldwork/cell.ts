/** A part of those asked, as the board shows it: a group of one field, or of two crossed. */
import { z } from 'zod';

/** Fields that people may be picked by. What they say of themselves is shown and never picked by. */
export const pickFields = ['age', 'area', 'tenure', 'property_type'] as const;
export type PickField = (typeof pickFields)[number];
export const isPickField = (field: string): field is PickField => pickFields.some((each) => each === field);

/** As it stands in an address: `tenure:general_needs`. */
export const cell = z
  .string()
  .max(200)
  .regex(/^[a-z_]+:./, 'Name a field and a group, such as tenure:sheltered.')
  .transform((text) => {
    const colon = text.indexOf(':');
    return { field: text.slice(0, colon), code: text.slice(colon + 1) };
  });
export type Cell = z.output<typeof cell>;

/** Why nobody is picked by a field; `name` as its list has it. */
export const notPicked = (name: string): string =>
  `We do not pick people by ${name.charAt(0).toLowerCase()}${name.slice(1)}. Try area, tenure, home type or age.`;
