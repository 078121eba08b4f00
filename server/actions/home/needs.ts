import type { ChannelKind } from '../../../channels/channel.ts';
import type { Db } from '../../../db/connect.ts';
import { packsUnreached } from '../../../db/queries/packs.ts';
import { landlordSettings } from '../../../db/queries/settings.ts';
import {
  failedBatches,
  type ReadyBatch,
  readyBatches,
  readyToPost,
  type StoppedChannel,
  stoppedChannels,
  trayWaiting,
  unknownDeliveries,
  wavesToApprove,
  wrongCodes,
} from '../../../db/queries/today.ts';
import { urgentOwner } from '../../../db/queries/tray.ts';
import { dayWords, localDate } from '../../../surveys/fieldwork/dates.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { actorRef } from '../audit.ts';
import { allTriesKey, codeLimits, tryWindow } from '../code/attempts.ts';
import { missingOf } from '../landlord/missing.ts';
import { landlordToday } from '../today.ts';
import { aheadNeeds } from './ahead-needs.ts';
import { capNeeds } from './cap-needs.ts';
import { peopleNeeds } from './people-needs.ts';
import { carried, so, verb } from './phrases.ts';
import { prizeNeeds } from './prize-needs.ts';

/** One thing that waits for a person. */
export interface Need {
  kind:
    | 'urgent'
    | 'unknown'
    | 'print'
    | 'tray'
    | 'channel'
    | 'landlord'
    | 'approval'
    | 'pack'
    | 'codes'
    | 'people'
    | 'prize'
    | 'wave';
  sentence: string;
  link: string;
  action: string;
  since: Date | null;
}

async function urgentNeeds(db: Db, actor: Actor): Promise<Need[]> {
  const { urgent } = await trayWaiting(db);
  if (urgent.count === 0) return [];
  const owner = await urgentOwner(db);
  const whose =
    owner === null ? '' : owner.id === actor.id ? ' You answer for these.' : ` ${owner.name} answers for these.`;
  const sentence = `${so(urgent.count, { one: 'message', many: 'messages' })} may be about danger or a repair.${whose}`;
  return [{ kind: 'urgent', sentence, link: '/console/tray', action: 'Read what sounds urgent', since: urgent.since }];
}

/** Somebody who tries codes by the hundred. */
async function codeNeeds(deps: Deps): Promise<Need[]> {
  const { count, since } = await wrongCodes(deps.db, await allTriesKey(deps), tryWindow(deps).since);
  if (count < codeLimits.alarm) return [];
  const tried = `Somebody is trying codes: ${count.toLocaleString('en-GB')} wrong ones in ${codeLimits.windowMinutes} minutes.`;
  const told = count < codeLimits.overall ? '' : ' New devices are asked to ring until it stops.';
  return [{ kind: 'codes', sentence: tried + told, link: '/console/settings', action: 'Look at the settings', since }];
}

async function unknownNeeds(db: Db): Promise<Need[]> {
  return (await unknownDeliveries(db)).map(({ channel, count, since }) => {
    const what = so(count, carried[channel as ChannelKind]);
    return {
      kind: 'unknown',
      sentence: `${what} may or may not have gone.`,
      link: '/console/deliveries',
      action: `Look at ${what}`,
      since,
    };
  });
}

const stopped = ({ channel, reason, waiting, stoppedAt }: StoppedChannel): Need => {
  const { Many, many, one } = carried[channel as ChannelKind];
  const wait =
    waiting === 0
      ? ''
      : ` ${so(waiting, { one, many })} ${verb(waiting, 'waits', 'wait')} and will go by ${verb(waiting, 'itself', 'themselves')}.`;
  const sentence = `${Many} have stopped: ${reason ?? 'the provider does not answer'}.${wait}`;
  return { kind: 'channel', sentence, link: '/console/settings', action: `See why ${many} stopped`, since: stoppedAt };
};

/** More ready files than this are one need: they are posted together. */
const mostNamed = 2;

const ready = ({ number, readyAt }: ReadyBatch): Need => ({
  kind: 'print',
  sentence: `Post batch ${number} is ready to print and not marked posted.`,
  link: '/console/post',
  action: `Mark batch ${number} posted`,
  since: readyAt,
});

const allReady = (count: number, since: Date | null): Need => ({
  kind: 'print',
  sentence: `${count.toLocaleString('en-GB')} print files are ready to post.`,
  link: '/console/post',
  action: 'See the print files',
  since,
});

async function printNeeds(db: Db): Promise<Need[]> {
  const failed = (await failedBatches(db)).map(
    ({ number, fault, createdAt }): Need => ({
      kind: 'print',
      sentence: `Batch ${number} could not be printed: ${fault ?? 'the reason is in the log.'}`,
      link: '/console/post',
      action: `Look at batch ${number}`,
      since: createdAt,
    }),
  );
  const { count, since } = await readyToPost(db);
  return [...failed, ...(count > mostNamed ? [allReady(count, since)] : (await readyBatches(db)).map(ready))];
}

async function packNeeds(db: Db, now: Date): Promise<Need[]> {
  const zone = (await landlordSettings(db))?.timeZone ?? 'Europe/London';
  return (await packsUnreached(db, now)).map(({ meetingId, group, heldOn, members }) => ({
    kind: 'pack',
    sentence: `${so(members, { one: 'member', many: 'members' })} of ${group} ${verb(members, 'was', 'were')} not reached with the papers for ${dayWords(heldOn, localDate(now.getTime(), zone))}: no way that works is left.`,
    link: `/console/meetings/${meetingId}`,
    action: `Look at the papers of ${group}`,
    since: null,
  }));
}

async function trayNeeds(db: Db): Promise<Need[]> {
  const { all } = await trayWaiting(db);
  if (all.count === 0) return [];
  const sentence = `${so(all.count, { one: 'message is', many: 'messages are' })} in the tray.`;
  return [{ kind: 'tray', sentence, link: '/console/tray', action: 'Open the tray', since: all.since }];
}

async function landlordNeeds(db: Db): Promise<Need[]> {
  const missing = missingOf(await landlordSettings(db));
  if (missing.length === 0) return [];
  const sentence = `Nothing can be launched yet: ${so(missing.length, { one: 'detail', many: 'details' })} of the landlord ${verb(missing.length, 'is', 'are')} missing.`;
  return [{ kind: 'landlord', sentence, link: '/console/settings', action: 'Fill in the landlord', since: null }];
}

async function approvalNeeds(db: Db, actor: Actor): Promise<Need[]> {
  const waves = await wavesToApprove(db, [actorRef(actor), actor.id, actor.name]);
  return waves.map(({ id, name, plannedBy, createdAt }) => ({
    kind: 'approval',
    sentence: `${name}, planned by ${plannedBy}, waits for a second person.`,
    link: `/console/waves/${id}`,
    action: `Look at ${name}`,
    since: createdAt,
  }));
}

/** What needs a person today, the most pressing first. */
export async function needsToday(deps: Deps, actor: Actor): Promise<Need[]> {
  const { db, clock } = deps;
  const all = [
    await urgentNeeds(db, actor),
    await codeNeeds(deps),
    await unknownNeeds(db),
    (await stoppedChannels(db)).map(stopped),
    await capNeeds(deps, await landlordSettings(db)),
    await printNeeds(db),
    await packNeeds(db, clock.now()),
    await prizeNeeds(deps),
    await trayNeeds(db),
    await peopleNeeds(db),
    await landlordNeeds(db),
    await approvalNeeds(db, actor),
    await aheadNeeds(db, await landlordToday(db, deps)),
  ];
  return all.flat();
}
