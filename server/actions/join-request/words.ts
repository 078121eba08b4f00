import { cleanText } from '../../../channels/sms/clean.ts';
import type { LandlordFacts } from '../../../db/queries/landlord.ts';
import { phrase, phraseLanguage } from '../../../surveys/locales/phrases.ts';

interface Addressed {
  channel: 'sms' | 'email';
  language: string;
}

const named = ({ shortName, name, phone }: LandlordFacts, channel: 'sms' | 'email') => ({
  name: channel === 'sms' ? shortName || name : name,
  phone,
});

/** The words that ask somebody to confirm: a text, or a mail with its subject. */
export function confirmWords(landlord: LandlordFacts, { channel, language }: Addressed, link: string) {
  const spoken = phraseLanguage(language);
  const values = named(landlord, channel);
  if (channel === 'sms')
    return { subject: null, words: cleanText(phrase(spoken, 'sms.join_confirm', { ...values, link })) };
  return {
    subject: phrase(spoken, 'email.join_confirm.subject', values),
    words: phrase(spoken, 'email.join_confirm.body', { ...values, link }),
  };
}

/** The words that tell somebody what became of it. */
export function decidedWords(
  landlord: LandlordFacts,
  { channel, language }: Addressed,
  outcome: 'matched' | 'declined',
) {
  const spoken = phraseLanguage(language);
  const values = named(landlord, channel);
  if (channel === 'sms') return { subject: null, words: cleanText(phrase(spoken, `sms.join_${outcome}`, values)) };
  return {
    subject: phrase(spoken, 'email.join_decided.subject', values),
    words: phrase(spoken, `email.join_${outcome}`, values),
  };
}
