/** Why a message waits for a person, as stored, with the sentence staff read. */
export const trayReasons = {
  urgent: 'It sounds urgent.',
  urgent_answer: 'It answers a survey, and reads like a repair or a danger. Nobody reads results in time for that.',
  sounds_like_stop: 'It sounds like a wish to be left alone. Only you can tell.',
  shared_number: 'Several people use this number and it could be from any of them.',
  after_stop:
    'It came after STOP, so we did not answer. Only START from that number, or the resident in their preferences, undoes it.',
  survey_or_event: 'It could answer an invitation or a survey. Type it in where it belongs.',
  unknown_number: 'Nobody we know uses this number.',
  unknown_address: 'Nobody we know uses this address, and it answers no mail of ours.',
  not_an_answer: 'It does not answer a question.',
  unclear: 'We asked again and still could not tell which answer was meant.',
  more_words: 'They answered and said more besides.',
  survey_reply: 'It answers an email about a survey.',
  which_item: 'We cannot tell which item of the agenda it is about.',
  no_words: 'It has no words that we can read. Look at the whole message.',
  unknown_bounce: 'A message of ours came back, and it does not say which. Look for the address in it.',
  fault: 'Something went wrong at our end while it was taken in.',
} as const;
export type TrayReason = keyof typeof trayReasons;

/** The sentence of a stored reason. */
export const traySentence = (reason: string): string =>
  reason in trayReasons ? trayReasons[reason as TrayReason] : reason;
