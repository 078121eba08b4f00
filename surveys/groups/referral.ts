/** What came of a referral, as stored. */
export const referralOutcomes = ['joined', 'interests_kept', 'declined', 'not_reached', 'other'] as const;
export type ReferralOutcome = (typeof referralOutcomes)[number];
