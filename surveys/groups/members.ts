/** Why somebody left a panel or group, as stored; dated data, only ever added to. */
export const leaveReasons = ['own_wish', 'term_over', 'moved', 'died', 'other'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

/** How somebody came to a panel or group. */
export const joinedBy = ['staff', 'invitation', 'join', 'referral'] as const;
export type JoinedBy = (typeof joinedBy)[number];

/** A pause of more than a year is a leaving. */
export const longestPauseDays = 366;
