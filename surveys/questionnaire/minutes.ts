/** Most questions of a panel take half a minute. */
const secondsEach = 30;

/** About how many minutes so many questions take: 8 take 4. At least one. */
export const minutesFor = (questions: number): number => Math.max(1, Math.round((questions * secondsEach) / 60));
