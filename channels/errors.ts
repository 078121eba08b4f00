import type { FailureKind } from './status.ts';

/** The provider certainly did not take it and never will take this one. */
export class RefusedError extends Error {
  readonly failure: FailureKind;
  readonly code: string;
  constructor(reason: string, code: string, failure: FailureKind) {
    super(reason);
    this.failure = failure;
    this.code = code;
  }
}

/** The provider certainly did not take it, but may later: it is busy, or our key is wrong, or it is not there. */
export class RetryError extends Error {
  readonly code: string;
  /** Seconds the provider asked us to wait, when it said. */
  readonly retryAfter: number | null;
  /** True when the whole channel is at fault (a wrong key, nobody answering), not this one message. */
  readonly channelDown: boolean;
  constructor(reason: string, code: string, retryAfter: number | null = null, channelDown = false) {
    super(reason);
    this.code = code;
    this.retryAfter = retryAfter;
    this.channelDown = channelDown;
  }
}

/** The provider takes no more from anybody just now: it is not down and this message is not at fault, we were too fast. */
export class BusyError extends RetryError {}

/** It may or may not have gone: the connection broke after we handed it over. */
export class UnknownError extends Error {
  readonly code: string;
  constructor(reason: string, code: string) {
    super(reason);
    this.code = code;
  }
}
