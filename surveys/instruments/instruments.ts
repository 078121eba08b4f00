/** Ready-made questionnaires: dated data, each with where it comes from. A change of wording is a new file, never an edit. */
import panelQuarterly from './panel-quarterly.json' with { type: 'json' };
import tsm2023 from './tsm-2023.json' with { type: 'json' };

export interface Instrument {
  id: string;
  name: string;
  about: string;
  /** First day it may be used, and the last (null: still in use), as YYYY-MM-DD. */
  from: string;
  to: string | null;
  source: string;
  note: string;
  /** Multilingual SurveyJS JSON, ready for `compile`. */
  survey: unknown;
}

export const instruments: readonly Instrument[] = [panelQuarterly, tsm2023];

export const instrumentById = (id: string): Instrument | undefined => instruments.find((one) => one.id === id);
