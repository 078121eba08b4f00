import { localDate } from '../dates.ts';
import type { WhyFacts } from './facts.ts';
import { addressNoun, because, channelNoun, found, plural, type Rule, type Say } from './say.ts';
import { isOpen } from './since.ts';

/** The wave or the channel stands still. */
export const stopped: Rule = (facts, say) => {
  const { wave } = facts;
  if (wave.status === 'paused') {
    const on = wave.pausedAt === null ? '' : ` on ${say.day(wave.pausedAt)}`;
    const who = wave.pausedBy === null ? 'the wave was paused' : `${wave.pausedBy} paused the wave`;
    return because('stopped', say.gotNothingYet, `${who}${on}.`, ` ${say.Hers} will go by itself when it goes on.`);
  }
  const due = facts.deliveries.findLast((each) => each.status === 'due');
  const down = facts.channelStops.find((stop) => stop.channel === due?.channel);
  if (down === undefined) return null;
  const what = `${plural[down.channel].toLowerCase()} have been stopped since ${stopTime(down.since, facts, say)}: ${down.reason.replace(/\.$/, '')}.`;
  return because('stopped', say.gotNothingYet, what, ` ${say.Hers} will go by itself when it is back.`);
};

const stopTime = (at: number, { now, zone }: WhyFacts, say: Say) =>
  localDate(at, zone) === localDate(now, zone) ? say.clock(at) : say.dayAt(at);

/** A letter that is printed and not posted. */
export const waitingLetter: Rule = ({ deliveries, wave }, say) => {
  const letter = deliveries.findLast((each) => each.channel === 'post' && isOpen(each));
  if (letter === undefined || wave.status === 'closed') return null;
  if (letter.batch === null) {
    return because('waiting', say.gotNothingYet, `${say.herOwn} letter waits to be printed.`);
  }
  const where = `${say.herOwn} letter is in batch ${letter.batch.number}, not marked posted.`;
  return because('waiting', say.gotNothingYet, where, '', 'mark_posted');
};

/** A message that is due, or a step to come. */
export const waitingMessage: Rule = (facts, say) => {
  if (facts.wave.status === 'closed') return null;
  const due = facts.deliveries.findLast((each) => each.status === 'due' && each.channel !== 'post');
  if (due !== undefined) {
    return because(
      'waiting',
      say.gotNothingYet,
      `${say.herOwn} ${channelNoun[due.channel]} is due ${whenDue(due.dueAt, facts, say)}.`,
    );
  }
  if (facts.next === null) return null;
  const { step, at, quiet } = facts.next;
  if (quiet)
    return because(
      'waiting',
      say.gotNothingYet,
      `${say.herOwn} message is due ${whenDue(at, facts, say)}, after quiet hours.`,
    );
  return because('waiting', say.gotNothingYet, `${say.herOwn} turn is step ${step + 1}, ${onDay(at, facts, say)}.`);
};

const sameDay = (at: number, { now, zone }: WhyFacts) => localDate(at, zone) === localDate(now, zone);
const whenDue = (at: number, facts: WhyFacts, say: Say) =>
  sameDay(at, facts) ? `today at ${say.clock(at)}` : `on ${say.dayAt(at)}`;
const onDay = (at: number, facts: WhyFacts, say: Say) => (sameDay(at, facts) ? 'today' : `on ${say.day(at)}`);

/** The group they were drawn in had answers enough before their turn. Where something had failed before that, it is the failure that kept them from it. */
export const groupFull: Rule = ({ quotaFullAt, deliveries }, say) => {
  if (quotaFullAt === null || deliveries.some((each) => isOpen(each))) return null;
  if (deliveries.some(({ status, at }) => status === 'failed' && at < quotaFullAt)) return null;
  return because('quota_full', say.gotNothing, `${say.herOwn} group had answers enough on ${say.day(quotaFullAt)}.`);
};

/** It was tried and failed, and nothing follows. */
export const failedOnce: Rule = (facts, say) => {
  const failed = facts.deliveries.findLast((each) => each.status === 'failed');
  if (failed === undefined) return null;
  const why = failed.reason === null ? '' : `: ${failed.reason}`;
  const noun =
    failed.channel === 'post'
      ? 'letter came back'
      : `${addressNoun[failed.channel]} failed${failed.hard ? ' for good' : ''}`;
  return because('no_way', say.gotNothing, `${say.herOwn} ${noun} on ${say.day(failed.at)}${why}.`, '', 'mend_address');
};

/** The wave is over, or its plan is. */
export const over: Rule = ({ wave }, say) => {
  if (wave.status !== 'closed')
    return found('closed', `${say.gotNothing} the plan of this wave had no step left that could reach ${say.her}.`);
  const on = wave.closedAt === null ? '' : ` on ${say.day(wave.closedAt)}`;
  return found('closed', `${say.gotNothing} the wave closed${on} before ${say.herOwn} turn came.`);
};
