import type { InboundMail } from '../../../channels/email/inbound.ts';
import type { InboundDone, InboundRow } from '../../../db/commands/inbound.ts';
import type { MailContext } from '../../../db/queries/mail-context.ts';
import type { Deps } from '../../deps.ts';
import type { TrayReason } from './tray-reasons.ts';

/** A mail being taken in. */
export interface Mailing {
  deps: Deps;
  context: MailContext;
  mail: InboundMail;
  words: string;
  cut: string;
  inboundId: string;
  row(outcome: MailOutcome): InboundRow;
}

export interface MailOutcome {
  done: InboundDone;
  why: TrayReason | null;
}
