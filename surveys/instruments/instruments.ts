/** Ready-made questionnaires: dated data, each with where it comes from. A change of wording is a new file, never an edit. */
import estateInspection from './estate-inspection.json' with { type: 'json' };
import eventEvaluation from './event-evaluation.json' with { type: 'json' };
import focusGroupRsvp from './focus-group-rsvp.json' with { type: 'json' };
import interestProfile from './interest-profile.json' with { type: 'json' };
import mysteryShop from './mystery-shop.json' with { type: 'json' };
import panelCleaning from './panel-cleaning.json' with { type: 'json' };
import panelCommunication from './panel-communication.json' with { type: 'json' };
import panelComplaints from './panel-complaints.json' with { type: 'json' };
import panelNeighbourhood from './panel-neighbourhood.json' with { type: 'json' };
import panelQuarterly from './panel-quarterly.json' with { type: 'json' };
import panelRepairs from './panel-repairs.json' with { type: 'json' };
import panelSafety from './panel-safety.json' with { type: 'json' };
import { type InstrumentFile, instrumentSchema } from './schema.ts';
import scotlandCharter from './scotland-charter.json' with { type: 'json' };
import star2011 from './star-2011.json' with { type: 'json' };
import star2020 from './star-2020.json' with { type: 'json' };
import statusCore from './status-core.json' with { type: 'json' };
import { surveyOf } from './survey-of.ts';
import tsm2023 from './tsm-2023.json' with { type: 'json' };
import walesTenantSurvey from './wales-tenant-survey.json' with { type: 'json' };

export interface Instrument extends Omit<InstrumentFile, 'variants'> {
  /** Multilingual SurveyJS JSON, ready for `compile`. */
  survey: Record<string, unknown>;
}

/** In the order in which they are offered. */
const files: readonly unknown[] = [
  tsm2023,
  scotlandCharter,
  walesTenantSurvey,
  star2020,
  star2011,
  statusCore,
  panelQuarterly,
  panelRepairs,
  panelCleaning,
  panelSafety,
  panelComplaints,
  panelCommunication,
  panelNeighbourhood,
  mysteryShop,
  estateInspection,
  focusGroupRsvp,
  interestProfile,
  eventEvaluation,
];

/** The set with the questions that apply to those it is for. */
function narrowed({ variants: _, ...file }: InstrumentFile): Instrument {
  const applies = (to: InstrumentFile['appliesTo']) =>
    to.includes('all') || to.some((one) => file.appliesTo.includes(one));
  const questions = file.questions.filter(({ appliesTo }) => applies(appliesTo));
  return { ...file, questions, survey: surveyOf({ ...file, questions, variants: [] }) };
}

/** A file and its variants. */
function read(json: unknown): Instrument[] {
  const file = instrumentSchema.parse(json);
  return [file, ...file.variants.map((variant) => ({ ...file, ...variant }))].map(narrowed);
}

export const instruments: readonly Instrument[] = files.flatMap(read);

export const instrumentById = (id: string): Instrument | undefined => instruments.find((one) => one.id === id);
