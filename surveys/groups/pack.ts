import { bestOrder, type ContactChannel } from '../fieldwork/channel.ts';
import { type Format, formatOf, formats } from '../format.ts';
import { isLanguage, type Language, languages } from '../language.ts';

/** A meeting's papers, as far as a mailing of them asks. Dates are local. */
export interface PackFacts {
  group: string;
  title: string;
  heldOn: string;
  commentsBy: string;
  items: readonly { number: number; title: string; summary: string }[];
  papers: readonly PaperFacts[];
}

export interface PaperFacts {
  id: string;
  kind: string;
  title: string;
  language: string;
  format: string;
  size: number;
}

export interface MemberFacts {
  preferred: ContactChannel | null;
  language: Language;
  format: Format;
  held: readonly ContactChannel[];
  barred: readonly ContactChannel[];
}

/** Papers by email weigh at most this much together; above it the email has the link only (mail servers refuse about 10 MB). */
export const attachmentLimit = 7_000_000;

/** The way a pack goes to a member: their own order; null when there is none. A text carries the link. */
export const packChannel = (member: MemberFacts): ContactChannel | null =>
  bestOrder(member.preferred).find((way) => member.held.includes(way) && !member.barred.includes(way)) ?? null;

/** The papers a member gets: of each title the one in their format and language, else their format, else large for giant, else the standard one. */
export function papersFor(
  papers: readonly PaperFacts[],
  { language, format }: Pick<MemberFacts, 'language' | 'format'>,
): PaperFacts[] {
  const size = (paper: PaperFacts) =>
    paper.format === format ? 4 : format === 'giant' && paper.format === 'large' ? 2 : 0;
  const fits = (paper: PaperFacts) => size(paper) + (paper.language === language ? 1 : 0);
  const best = new Map<string, PaperFacts>();
  for (const paper of papers) {
    const key = `${paper.kind} ${paper.title}`;
    const other = best.get(key);
    if (other === undefined || fits(paper) > fits(other)) best.set(key, paper);
  }
  return [...best.values()];
}

/** A paper for whoever fills the envelope: "Agenda (English, large print)". */
export const paperWords = ({ title, language, format }: Pick<PaperFacts, 'title' | 'language' | 'format'>): string => {
  const tongue = isLanguage(language) ? languages[language].english : language;
  return `${title} (${tongue}, ${formats[formatOf(format)].name.toLowerCase()})`;
};

/** What stops a pack from going, as sentences; an empty list is "go". */
export function packChecks({ items, heldOn, commentsBy }: PackFacts, today: string, members: number): string[] {
  return [
    ...(items.length === 0 ? ['The agenda has no items yet.'] : []),
    ...(members === 0 ? ['The group has no members yet.'] : []),
    ...(commentsBy < today ? ['The last day for comments is past.'] : []),
    ...(commentsBy > heldOn ? ['The last day for comments is after the meeting.'] : []),
  ];
}
