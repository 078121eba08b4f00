import type { WhyFacts } from './why/facts.ts';
import { frozen, notDrawn } from './why/frame.ts';
import { accepted, answered, answeredInPart, notLaunched, reached, unknown } from './why/reached.ts';
import { type Rule, sayer, type Why } from './why/say.ts';
import { since } from './why/since.ts';
import { failedOnce, groupFull, over, stopped, waitingLetter, waitingMessage } from './why/waiting.ts';

/** In the order in which they are tried: the first that is true wins, and one more may follow it. */
const rules: readonly Rule[] = [
  notLaunched,
  answered,
  reached,
  unknown,
  answeredInPart,
  frozen,
  notDrawn,
  since,
  stopped,
  accepted,
  waitingLetter,
  waitingMessage,
  groupFull,
  failedOnce,
  over,
];

/** "Why did she get nothing?", in one sentence, and one more after "Also,". Takes what the ledger holds; staff English. */
export function why(facts: WhyFacts): Why {
  const say = sayer(facts);
  const found = rules.map((rule) => rule(facts, say)).filter((each) => each !== null);
  const [first, ...others] = found;
  if (first === undefined)
    return { case: 'unexplained', sentence: 'We cannot explain this.', action: 'send_to_support' };
  const second = first.alone ? undefined : others.find((each) => each.also !== null && each.case !== first.case);
  const sentence = second === undefined ? first.sentence : `${first.sentence} Also, ${second.also}`;
  return { case: first.case, sentence, action: first.action ?? second?.action ?? null };
}
