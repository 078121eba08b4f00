import { RefusedError } from '../errors.ts';

/** Letters of a file that cannot be printed, each with a plain reason; without them the rest can. */
export class LetterRefusedError extends RefusedError {
  readonly letters: readonly RefusedLetter[];
  constructor(letters: readonly RefusedLetter[]) {
    const named = letters.map(({ deliveryId, reason }) => `Letter ${deliveryId}: ${reason}`).join(' ');
    super(named, 'letter_not_printable', 'hard');
    this.letters = letters;
  }
}

export interface RefusedLetter {
  deliveryId: string;
  reason: string;
}
