import { contactChannels, type StepChannel, stepChannels } from './channel.ts';

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

const saidOf = <T extends Permission>(said: readonly T[], purpose: Purpose, channel: StepChannel): T | null =>
  said.find((one) => one.purpose === purpose && one.channel === channel) ?? null;

/**
 * What holds where nothing was said of a way. Who refused every way of writing wants to be left in peace, and is not rung instead: most said so when
 * there was no word of ringing to be said. The statements in db/queries say the same.
 */
function unsaid(said: readonly Permission[], purpose: Purpose, channel: StepChannel): boolean {
  const refused = contactChannels.every((way) => saidOf(said, purpose, way)?.allowed === false);
  return allowedUnlessSaid[purpose] && !(channel === 'telephone' && refused);
}

/** Every purpose by every way, with what somebody said of it where they did. */
export const permissionMatrix = <T extends Permission>(said: readonly T[]): (Permission & { said: T | null })[] =>
  purposes.flatMap((purpose) =>
    stepChannels.map((channel) => {
      const own = saidOf(said, purpose, channel);
      return { purpose, channel, allowed: own?.allowed ?? unsaid(said, purpose, channel), said: own };
    }),
  );

/** What is to be written down as said, besides what was said before, so that each way stands as somebody wishes. */
export function toWriteDown(
  said: readonly Permission[],
  wishes: (one: Pick<Permission, 'purpose' | 'channel'>) => boolean,
): Permission[] {
  const differing = (known: readonly Permission[]) =>
    permissionMatrix(known).flatMap(({ purpose, channel, allowed }) =>
      wishes({ purpose, channel }) === allowed ? [] : [{ purpose, channel, allowed: !allowed }],
    );
  const changed = differing(said);
  // What is now said of writing may change what holds of ringing.
  return [...changed, ...differing([...changed, ...said])];
}
