import type { ContactChannel } from '../channel.ts';
import type { WhyDelivery, WhyFacts, WhyStop } from './facts.ts';
import {
  addressNoun,
  because,
  channelNoun,
  doNotContact,
  type Found,
  found,
  type Rule,
  type Say,
  stopWords,
} from './say.ts';

/** What happened since the launch, the newest first. */
export const since: Rule = (facts, say) => {
  const newest = [...facts.stops].sort((a, b) => b.at - a.at)[0];
  const broken = noWayLeft(facts, say);
  if (newest === undefined) return broken;
  const lastFailure = Math.max(0, ...facts.deliveries.filter((each) => each.hard).map((each) => each.at));
  if (broken !== null && lastFailure > newest.at) return broken;
  return sinceStop(facts, newest, say) ?? broken;
};

function sinceStop(facts: WhyFacts, stop: WhyStop, say: Say): Found | null {
  if (stop.kind === 'do_not_contact') return doNotContact(stop.by, say.day(stop.at), stop.note, say);
  if (stop.kind === 'on_break')
    return because('stop', say.gotNothing, `${say.she} asked for a break on ${say.day(stop.at)}.`);
  if (!stop.shared) return stopWords(stop.ending, say.day(stop.at), say);
  const instead = usable(facts).find((channel) => channel !== 'sms');
  if (instead === undefined) return null;
  const use = ` We use ${channelNoun[instead]} for ${say.her} instead.`;
  return found('stop', `${say.She} got no text because someone who shares ${say.herOwn} number texted STOP.${use}`, {
    also: `someone who shares ${say.herOwn} number texted STOP.`,
  });
}

const usable = ({ held, deliveries }: WhyFacts) =>
  held.filter((channel) => !deliveries.some((each) => each.channel === channel && each.hard));

function noWayLeft(facts: WhyFacts, say: Say): Found | null {
  const barredSms = facts.stops.some((stop) => stop.kind === 'stop' && stop.shared);
  const left = usable(facts).filter((channel) => !(channel === 'sms' && barredSms));
  if (left.length > 0 || facts.deliveries.some((each) => isOpen(each))) return null;
  const parts = (['sms', 'email', 'post'] as const).map((channel) => wayWords(facts, channel, say));
  return because('no_way', say.gotNothing, `we have no way that works: ${parts.join(', ')}.`, '', 'mend_address');
}

function wayWords(facts: WhyFacts, channel: ContactChannel, say: Say): string {
  const failed = facts.deliveries.findLast((each) => each.channel === channel && each.hard);
  if (failed !== undefined && channel === 'post') return `letter came back on ${say.day(failed.at)}`;
  if (failed !== undefined) return `${addressNoun[channel]} failed for good on ${say.day(failed.at)}`;
  return facts.held.includes(channel) ? `someone who shares the number texted STOP` : `no ${addressNoun[channel]} held`;
}

export const isOpen = ({ status }: WhyDelivery) => status === 'due' || status === 'claimed' || status === 'accepted';
