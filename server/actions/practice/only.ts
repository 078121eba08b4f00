import type { ChannelKind } from '../../../channels/channel.ts';
import type { Channels } from '../../../channels/registry.ts';
import { heldByReal } from '../../../db/queries/practice.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { carried } from '../home/phrases.ts';

const kinds = ['sms', 'email'] as const;

const refuse = (kind: ChannelKind) =>
  problems.conflict('not_practice', `${carried[kind].Many} are real here. They are no practice.`);

/** The channels whose practice messages may be shown: the one asked for, or every sandboxed one. Throws `not_practice` where there is none. */
export function practisedOnly(channels: Channels, asked?: ChannelKind): ChannelKind[] {
  const practised = kinds.filter((kind) => channels[kind].sandbox && (asked === undefined || asked === kind));
  if (practised.length === 0) throw refuse(asked ?? 'email');
  return practised;
}

/** Nobody practises as a person who is real. Throws `not_practice` where the channel is real, and `real_resident`. */
export async function mayPractise({ db, channels }: Deps, kind: 'sms' | 'email', address: string): Promise<void> {
  practisedOnly(channels, kind);
  if (await heldByReal(db, kind, address))
    throw problems.conflict(
      'real_resident',
      'A resident who is no demo resident is reached there. Practise as a demo resident, or from a number nobody has.',
    );
}
