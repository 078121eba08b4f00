import { lookUp } from '../lookup.ts';

/** What we write above what a resident should not need to keep; read again in the answer. */
export const replyMarkers: Record<string, string> = {
  en: '--- Reply above this line ---',
  cy: '--- Atebwch uwchben y llinell hon ---',
  pl: '--- Odpowiedz powyżej tej linii ---',
  ur: '--- اس لکیر کے اوپر جواب لکھیں ---',
};

/** The marker in a language; English where we have no other. */
export const replyMarker = (language: string): string => lookUp(replyMarkers, language) ?? replyMarkers.en ?? '';

/** A date or time, in any digits: the line over a quote has one, a sentence that ends in "wrote:" seldom has. */
const dated = /\p{Nd}{4}|\p{Nd}{1,2}[:.]\p{Nd}{2}/u;

/** Lines that mail programs write over a quote, once it is on one line. */
const intros: readonly RegExp[] = [
  /^On .+ wrote\s*:$/i,
  /^.+ wrote on .+:$/i,
  /^(?:Ar|Ddydd) .+ (?:ysgrifennodd|ysgrifenodd|ysgrifennwyd)\b.*:$/iu,
  /^.+ (?:napisała?|napisał\(a\)|napisano|pisze|naskrobał\(a\))\s*:$/iu,
  /^Wiadomość napisana przez .+ w dniu .+:$/iu,
  /^.+ (?:نے|پر) .*(?:لکھا|تحریر کیا)(?: ہے)?\s*[:：]$/u,
  /^Le .+ a écrit\s*:$/iu,
  /^El .+ escribió\s*:$/iu,
  /^Am .+ schrieb .*:$/iu,
  // Any language: a date, a name and its address, a colon.
  /^.+<[^<>\s@]+@[^<>\s]+>.*[:：]$/u,
];

/** True when a line (or two or three joined) stands over a quote. */
export const isIntro = (line: string): boolean =>
  line.length < 400 && dated.test(line) && intros.some((intro) => intro.test(line));

const dashes = '[-_*‐-―]{2,}';
const between = (words: string) => new RegExp(`^${dashes}\\s*(?:${words})\\s*${dashes}$`, 'iu');

const original = between(
  'original message|original appointment|neges wreiddiol|wiadomość oryginalna|oryginalna wiadomość|pierwotna wiadomość|اصل پیغام|message d.origine|ursprüngliche nachricht',
);
const forwardedBetween = between(
  'forwarded message|forwarded by .+|neges a anfonwyd ymlaen|neges wedi(?:.i)? hanfon ymlaen|przekazana wiadomość|wiadomość przekazana(?: dalej)?|treść przekazanej wiadomości|فارورڈ کردہ پیغام|آگے بھیجا گیا پیغام',
);
const forwardedPlain =
  /^(?:begin forwarded message|dechrau neges a anfonwyd ymlaen|początek przekazywanej wiadomości|فارورڈ کردہ پیغام کا آغاز)\s*[:：]$/iu;

export const isOriginalMark = (line: string): boolean => original.test(line);
export const isForwardMark = (line: string): boolean => forwardedBetween.test(line) || forwardedPlain.test(line);

/** The labels of a quoted mail's own headers, as Outlook and others write them. */
const fromLabel = /^(?:from|oddi wrth|od|nadawca|منجانب|از|من|de|von)\s*[:：]\s*\S/iu;
const otherLabel =
  /^(?:sent|date|to|cc|subject|reply-to|anfonwyd|dyddiad|at|pwnc|wysłano|wysłane|data|do|dw|temat|ارسال(?: کردہ)?|بھیجا گیا|تاریخ|بنام|بخدمت|برائے|موضوع|عنوان|envoyé|objet|gesendet|an|betreff)\s*[:：]/iu;

export const isFromLabel = (line: string): boolean => fromLabel.test(line);
export const isHeaderLabel = (line: string): boolean => otherLabel.test(line) || fromLabel.test(line);

/** What phones and mail programs add under the words. */
export const isDeviceLine = (line: string): boolean => deviceLine.test(line);
const deviceLine =
  /^(?:sent (?:from|with|via) .{1,60}|get outlook for .{1,60}|sent using .{1,60}|anfonwyd o(?:'r|’r| fy)? .{1,60}|wysłan[eo] z .{1,60}|pobierz aplikację outlook .{1,60}|.{1,60} سے بھیجا گیا|outlook برائے .{1,60}حاصل کریں)\.?$/iu;

/** Words people close with; a name and a number may stand under them. */
export const isClosing = (line: string): boolean => closing.test(line);
const closing =
  /^(?:(?:kind(?:est)?|warm(?:est)?|best|many)? ?(?:regards|wishes|thanks)|thank you|thanks(?: again| so much| very much)?|cheers|yours (?:sincerely|faithfully|truly)|sincerely|cofion(?: cynnes| gorau)?|yn gywir|diolch(?: yn fawr)?|pozdrawiam(?: serdecznie)?|z poważaniem|z wyrazami szacunku|dziękuję(?: bardzo)?|شکریہ|والسلام|نیک تمنائیں|خیر اندیش|آپ کا مخلص)\s*[,.!،۔]*$/iu;
