import type { ContactChannel } from '../channel.ts';
import type { WhyDelivery } from './facts.ts';
import { because, channelNoun, found, modeWords, type Rule, type Say } from './say.ts';

export const notLaunched: Rule = ({ wave }, say) =>
  wave.launchedAt === null
    ? found('not_launched', `${say.gotNothingYet} ${wave.name} has not been launched.`, { alone: true })
    : null;

export const answered: Rule = ({ response, wave }, say) => {
  if (response === null || response.state !== 'complete' || wave.anonymous) return null;
  const by = modeWords[response.mode] ?? response.mode;
  return found(
    'answered',
    `${say.She} answered on ${say.day(response.at)} by ${by}, so we stopped writing to ${say.her}.`,
    { alone: true },
  );
};

export const reached: Rule = (facts, say) => {
  const got = facts.deliveries.findLast((each) => each.status === 'delivered' || each.status === 'sent');
  if (got === undefined) return null;
  const what = gotWords(got, say);
  const fallback = got.fallback === null ? '' : ` ${say.She} got it in ${got.fallback}`;
  if (facts.wave.anonymous) {
    return found('reached', `${what}. This wave is anonymous, so nobody can see if ${say.she} answered.${fallback}`);
  }
  const part = facts.response?.state === 'part' ? `${say.She} has answered in part.` : `${say.She} has not answered.`;
  const text = `${say.She} was reached: ${what.charAt(0).toLowerCase()}${what.slice(1)}. ${part}${fallback}`;
  return found('reached', text);
};

const gotWords = (got: WhyDelivery, say: Say) => {
  const noun = channelNoun[got.channel];
  const what = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
  if (got.channel === 'post') return `${what} posted on ${say.day(got.at)}`;
  return `${what} ${got.status === 'delivered' ? 'delivered' : 'sent'} on ${say.dayAt(got.at)}`;
};

/** A response without any message of ours: someone who rang, or used another's paper. */
export const answeredInPart: Rule = ({ response, wave }, say) =>
  response === null || wave.anonymous
    ? null
    : found('answered', `${say.She} began to answer on ${say.day(response.at)} and has not finished.`);

const handedTo: Record<ContactChannel, string> = {
  email: 'the mail server',
  sms: 'the text provider',
  post: 'the printer',
};

export const unknown: Rule = ({ deliveries }, say) => {
  const open = deliveries.findLast((each) => each.status === 'unknown');
  if (open === undefined) return null;
  const handed = `We handed ${say.herOwn} ${channelNoun[open.channel]} to ${handedTo[open.channel]} on ${say.dayAt(open.at)} and never heard back.`;
  const kept = `We did not send it again, so that ${say.she} does not get two.`;
  return found('unknown', `We do not know if ${say.she} got it. ${handed} ${kept}`, { action: 'resend_or_leave' });
};

export const accepted: Rule = ({ deliveries }, say) => {
  const open = deliveries.findLast((each) => each.status === 'accepted' || each.status === 'claimed');
  if (open === undefined) return null;
  if (open.channel === 'post') return null;
  const noun = channelNoun[open.channel];
  return because(
    'waiting',
    say.gotNothingYet,
    `${say.herOwn} ${noun} was handed over on ${say.dayAt(open.at)} and is on its way.`,
  );
};
