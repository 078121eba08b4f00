/** Whose name a wave that was planned by itself bears, until the first person changes it or says that it is right: it is their plan from then on. */
export const plannedByItself = 'Earshot';
