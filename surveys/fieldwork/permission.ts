import { type StepChannel, stepChannels } from './channel.ts';

/** What we write to people for: surveys, groups and their papers, events and news. */
export const purposes = ['research', 'service', 'marketing'] as const;
export type Purpose = (typeof purposes)[number];

/** What is allowed of a person who has said nothing: they must ask for events and news themselves. The statements in db/queries say the same. */
export const allowedUnlessSaid: Readonly<Record<Purpose, boolean>> = {
  research: true,
  service: true,
  marketing: false,
};

/** How somebody can have told a member of staff what they allow. */
export const permissionWays = ['telephone', 'letter', 'email', 'in_person'] as const;
export type PermissionWay = (typeof permissionWays)[number];

/** One thing a person allows or does not: that we write to them by a way, or ring them. */
export interface Permission {
  purpose: Purpose;
  channel: StepChannel;
  allowed: boolean;
}

/** Every purpose by every way, with what somebody said of it where they did. */
export const permissionMatrix = <T extends Permission>(said: readonly T[]): (Permission & { said: T | null })[] =>
  purposes.flatMap((purpose) =>
    stepChannels.map((channel) => {
      const own = said.find((one) => one.purpose === purpose && one.channel === channel) ?? null;
      return { purpose, channel, allowed: own?.allowed ?? allowedUnlessSaid[purpose], said: own };
    }),
  );
