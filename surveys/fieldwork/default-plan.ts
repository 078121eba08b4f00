import { type ContactPlan, contactPlan } from './plan.ts';

/**
 * The plan to start from: invite by each person's best way, remind another way and at another time of day after 5 days, send a last link on day 10, and
 * write on day 14, with the paper form, to those without email and mobile and to those of 65 and over. From what raised response elsewhere.
 */
export const defaultPlan: ContactPlan = contactPlan.parse({
  steps: [
    { day: 0, time: '10:00', channels: ['best'], kind: 'invitation' },
    { day: 5, time: '17:00', channels: ['sms', 'email'], kind: 'reminder' },
    { day: 10, time: '12:00', channels: ['sms', 'email'], kind: 'reminder' },
    { day: 14, channels: ['post'], kind: 'reminder', people: 'offline_or_older' },
  ],
});
