import { fold, isWord } from '../interview/answer/words.ts';
import type { Reply } from './event.ts';

/** What a text says to an invitation. */
export interface TextReply {
  reply: Reply;
  /** They said more than that, which a person should read. */
  more: boolean;
}

const numbered: Record<string, Reply> = { 1: 'yes', 2: 'no', 3: 'maybe' };

/** "Maybe" in the languages we write to residents in. */
const maybes = [
  'maybe',
  'not sure',
  'perhaps',
  'efallai',
  'ddim yn siwr',
  'może',
  'nie wiem',
  'być może',
  'poate',
  'nu știu',
  'ਸ਼ਾਇਦ',
  'شاید',
  'হয়তো',
  'કદાચ',
  'ربما',
  'malaha',
  'talvez',
  'não sei',
  'quizás',
  'tal vez',
  'no sé',
  'no lo sé',
  '也许',
  '也許',
  '可能',
  'belki',
  'bilmiyorum',
  'можливо',
  'не знаю',
  'معلوم نہیں',
].map(fold);

/** The reply in a text: its number, alone or before other words, or a word that is the whole text. Null where it says none of them. */
export function readReply(body: string): TextReply | null {
  const message = fold(body);
  const [first = '', ...rest] = message.split(' ');
  const byNumber = numbered[first];
  // "1 or 2" and "2 of us will come" are for a person.
  if (byNumber) return rest.some((word) => /\d/.test(word)) ? null : { reply: byNumber, more: rest.length > 0 };
  const byWord = wordReply(message);
  return byWord && { reply: byWord, more: false };
}

function wordReply(message: string): Reply | null {
  const said: Reply[] = [
    ...(isWord('yes', message) ? (['yes'] as const) : []),
    ...(isWord('no', message) ? (['no'] as const) : []),
    ...(maybes.includes(message) ? (['maybe'] as const) : []),
  ];
  return said.length === 1 ? (said[0] ?? null) : null;
}
