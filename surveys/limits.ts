/** Every limit of a questionnaire and of an interview, by name. */
export const limits = {
  /** A panel survey has 8 questions and the regulator's 15; past 60 nobody finishes. */
  questions: 60,
  /** Paper and telephone cannot offer more. */
  options: 20,
  /** Steps from the first to the last point of a scale; 0 to 10 has 10. */
  scaleSteps: 10,
  /** Letters of one text of a questionnaire. */
  textLetters: 2_000,
  /** Letters of an expression, and nodes of its tree. */
  expressionLetters: 1_000,
  expressionNodes: 64,
  /** Letters of a written answer; about a page and a half. */
  answerLetters: 4_000,
  /** Letters of a written answer of one line, where the questionnaire sets no limit. */
  shortLetters: 200,
  /** Bytes of a photo: a phone of today makes 2 to 6 million. */
  photoBytes: 8 * 1024 * 1024,
  /** Letters of a question id or an option id. */
  idLetters: 40,
  /** Times a question is asked again by text when the answer could not be read. */
  reAsks: 2,
  /** Ways through the open branches followed to find the longest route; past it the count is of all that may be asked. */
  routesFollowed: 256,
  /** Letters of one composed text: four parts of 153. */
  smsLetters: 612,
} as const;
