import { type ContactPlan, contactPlan } from './plan.ts';

/**
 * The plan to start from: invite by each person's best way, remind another way after 5 days, write to all on day 14.
 * From what raised response elsewhere: a reminder within a week by another way, and paper in the third week.
 */
export const defaultPlan: ContactPlan = contactPlan.parse({
  steps: [
    { day: 0, time: '10:00', channels: ['best'], kind: 'invitation' },
    { day: 5, time: '17:00', channels: ['sms', 'email'], kind: 'reminder' },
    { day: 14, channels: ['post'], kind: 'reminder' },
  ],
});
