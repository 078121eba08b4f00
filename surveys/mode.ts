/** How an answer was given. */
export const modes = ['web', 'text', 'telephone', 'paper', 'in_person'] as const;
export type Mode = (typeof modes)[number];
