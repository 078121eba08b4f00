import { lookUp } from '../lookup.ts';
import type { FailureKind } from '../status.ts';

export interface MailCode {
  failure: FailureKind;
  /** In plain words, to follow "because". */
  reason: string;
}

const hard = (reason: string): MailCode => ({ failure: 'hard', reason });
const soft = (reason: string): MailCode => ({ failure: 'soft', reason });

/** RFC 3463 codes by subject and detail, whatever their class; and three-digit SMTP codes where a server gives no more. */
const codes: Record<string, MailCode> = {
  '1.0': hard('the address is not right'),
  '1.1': hard('there is no such mailbox'),
  '1.2': hard('there is no such mail domain'),
  '1.3': hard('the address is not right'),
  '1.6': hard('the mailbox has moved'),
  '1.10': hard('the domain takes no mail'),
  '2.0': soft('the mailbox had a fault'),
  '2.1': hard('the mailbox is closed'),
  '2.2': soft('the mailbox is full'),
  '2.3': soft('the mail was too big for the mailbox'),
  '3.4': soft('the mail was too big'),
  '4.1': soft('their mail server did not answer'),
  '4.4': hard('there is no way to that mail domain'),
  '4.7': soft('it could not be delivered in time'),
  '7.0': soft('their mail server refused it'),
  '7.1': soft('their mail server refused it'),
  '7.26': soft('their mail server did not trust our mail'),
  '421': soft('the mail server is busy'),
  '450': soft('the mailbox is busy'),
  '451': soft('their mail server had a fault'),
  '452': soft('their mail server is full'),
  '550': hard('there is no such mailbox'),
  '551': hard('the mailbox has moved'),
  '552': soft('the mailbox is full'),
  '553': hard('the address is not right'),
  '554': soft('their mail server refused it'),
};

/** What a code such as `5.1.1` or `550` means; undefined when we do not know it, and then it is shown, not guessed. */
export const mailCode = (code: string): MailCode | undefined =>
  lookUp(codes, code) ?? lookUp(codes, code.replace(/^[245]\./, ''));

export const mailReason = (code: string): string => mailCode(code)?.reason ?? `unknown code ${code}`;

/** The most telling code of a mail server's answer: the enhanced one, else the first three digits. */
export const codeIn = (response: string): string | null =>
  /(?:^|[\s(#])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(response)?.[1] ??
  /^\s*([245]\d\d)\b/.exec(response)?.[1] ??
  null;
