/** A ready-made questionnaire one can start from. */
export interface Instrument {
  id: string;
  name: string;
  about: string;
  /** Multilingual SurveyJS JSON. */
  survey: Record<string, unknown>;
}

export const instruments: readonly Instrument[] = [];

export const instrumentById = (id: string): Instrument | undefined => instruments.find((one) => one.id === id);
