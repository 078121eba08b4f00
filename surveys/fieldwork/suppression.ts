/**
 * What each reason keeps from whom. A row with an address covers everyone who uses it; a row with a resident covers that resident on every way.
 *
 * purpose: whether it covers only the purpose it was said about, or all of them.
 * lifts: who can undo it. Nothing else does: no later text, no import.
 */
export const suppressionReasons = {
  stop: { purpose: 'said', lifts: ['start', 'preferences'] },
  unsubscribe: { purpose: 'said', lifts: ['start', 'preferences'] },
  complaint: { purpose: 'said', lifts: ['preferences'] },
  bounce: { purpose: 'all', lifts: ['new_address'] },
  paused: { purpose: 'said', lifts: ['preferences', 'end_date'] },
  do_not_contact: { purpose: 'all', lifts: ['staff'] },
} as const satisfies Record<string, { purpose: 'said' | 'all'; lifts: readonly string[] }>;
export type SuppressionReason = keyof typeof suppressionReasons;

/** What a provider's failure asks of us: an address nobody is at, or somebody who said no to it. Null is "nothing". */
export function suppressionFor(
  failure: 'soft' | 'hard' | 'opted_out' | 'complaint' | null,
  channel: string,
): SuppressionReason | null {
  if (failure === 'hard') return channel === 'post' ? null : 'bounce';
  if (failure === 'opted_out') return channel === 'email' ? 'unsubscribe' : 'stop';
  return failure === 'complaint' ? 'complaint' : null;
}
