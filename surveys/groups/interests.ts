/** What residents can be interested in, in the order shown. Dated data: a topic is never renamed, only added. */
export const topics = [
  'repairs',
  'safety',
  'neighbourhood',
  'antisocial_behaviour',
  'rent_and_charges',
  'complaints',
  'new_homes',
  'communication',
] as const;
export type Topic = (typeof topics)[number];

export const isTopic = (text: string): text is Topic => topics.some((topic) => topic === text);

/**
 * How far somebody wants to go: the ladder of commitment that landlords use (Dacorum's levels).
 * 1 from home, now and then; 2 a group on one subject, for a while; 3 a standing group with papers.
 */
export const comfortLevels = [1, 2, 3] as const;
export type ComfortLevel = (typeof comfortLevels)[number];

/** When somebody can come to something; dated data like the topics. */
export const availabilities = ['day', 'evening', 'weekend'] as const;
