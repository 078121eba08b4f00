/** How a call with a resident ended, in the order offered; `said` is how the timeline tells it. */
export const callOutcomes = {
  spoke: { said: 'spoke to them' },
  they_rang: { said: 'took a call from them' },
  left_message: { said: 'left a message' },
  no_answer: { said: 'got no answer' },
  said_no: { said: 'heard that they would rather not' },
  wrong_number: { said: 'reached a wrong number' },
} as const;
export type CallOutcome = keyof typeof callOutcomes;
export const callOutcomeCodes = Object.keys(callOutcomes) as [CallOutcome, ...CallOutcome[]];
