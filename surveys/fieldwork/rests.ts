/**
 * Which survey gives way to which at the same door. One after something we did for somebody, such as a repair, has the purpose service; the one that the
 * regulator counts is the one that a reporting year is told by.
 */
export type SurveyKind = 'regulator' | 'perception' | 'transactional' | 'other';

/** What of a campaign its kind is read from. */
export interface CampaignFacts {
  purpose: 'research' | 'service' | 'marketing';
  period: 'wave' | 'reporting_year';
}

const byPurpose: Readonly<Record<CampaignFacts['purpose'], SurveyKind>> = {
  research: 'perception',
  service: 'transactional',
  marketing: 'other',
};

/** The same stands in SQL in db/queries/rests.ts; a test compares the two. */
export const surveyKind = ({ purpose, period }: CampaignFacts): SurveyKind =>
  period === 'reporting_year' ? 'regulator' : byPurpose[purpose];

interface Rests {
  /** A home that the regulator's survey asks now is left to it. */
  givesWay: boolean;
  /** Nobody is asked what they think of us so soon after they were asked about a service. */
  afterService: boolean;
  /** The days of rest after any survey hold, and how often anybody may be asked. */
  afterOthers: boolean;
}

/**
 * The regulator's survey waits for none: homes may be left out of its list only for safety or want of capacity (TSM survey requirements, paragraph 63),
 * and those with a repair just done, or asked by us for another reason, are not like the others.
 */
export const restsOf: Readonly<Record<SurveyKind, Rests>> = {
  regulator: { givesWay: false, afterService: false, afterOthers: false },
  perception: { givesWay: true, afterService: true, afterOthers: true },
  transactional: { givesWay: true, afterService: false, afterOthers: true },
  other: { givesWay: true, afterService: false, afterOthers: true },
};

/** Days without an invitation to a survey of what people think, after one about a service, unless the audience says otherwise. */
export const defaultServiceRestDays = 30;
