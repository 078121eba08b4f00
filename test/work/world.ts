import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import type { Actor } from '../../server/actor.ts';
import type { Audience } from '../../surveys/fieldwork/audience.ts';
import type { ContactPlan } from '../../surveys/fieldwork/plan.ts';
import type { Refresh } from '../../surveys/fieldwork/refresh.ts';
import type { Sampling } from '../../surveys/fieldwork/sampling-design.ts';

const at = new Date('2026-01-05T09:00:00Z');

export const officer: Actor = { kind: 'staff', id: 'priya', name: 'Priya', roles: ['officer'] };

/** uuids by kind and number, easy to read in a failing test. */
export const uid = (kind: string, n: number): string =>
  `${kind.padEnd(8, '0').slice(0, 8)}-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const residentId = (n: number) => uid('aaaa', n);
export const waveId = uid('bbbb', 1);
export const panelId = uid('cccc', 1);
const campaignId = uid('dddd', 1);
const questionnaireId = uid('eeee', 1);
export const versionId = uid('eeee', 2);

export interface PersonChanges {
  title?: string | null;
  phone?: string | null;
  email?: string | null;
  language?: string;
  format?: string;
  preferredChannel?: string | null;
  status?: string;
  area?: string;
  tenure?: string;
  scheme?: string | undefined;
  propertyType?: string | undefined;
  dateOfBirth?: string | null;
  demo?: boolean;
  inPanel?: boolean;
  /** Number of the household; each lives alone when left out. */
  household?: number;
}

const person = (n: number, changes: PersonChanges) => ({
  id: residentId(n),
  reference: `R${n}`,
  title: 'Mrs',
  givenName: 'Nadia',
  familyName: `Khan${n}`,
  dateOfBirth: '1980-06-15',
  phone: `+4477009${String(n + 100).padStart(5, '0')}`,
  email: `resident${n}@example.org`,
  language: 'en',
  format: 'standard',
  preferredChannel: null,
  status: 'current',
  demo: true,
  createdAt: at,
  updatedAt: at,
  ...Object.fromEntries(
    Object.entries(changes).filter(
      ([key]) => !['area', 'tenure', 'scheme', 'propertyType', 'inPanel', 'household'].includes(key),
    ),
  ),
});

/** A landlord, a panel, a published questionnaire of one question, and these people, numbered from 1. */
export async function makeWorld(db: Db, people: readonly PersonChanges[]): Promise<void> {
  await insertRows(db, 'landlord', [
    {
      name: 'Millbrook Homes',
      shortName: 'Millbrook',
      phone: '01632 960123',
      address: ['1 High Street', 'Millbrook', 'OX1 1AA'],
      freepost: 'Freepost MILLBROOK',
      privacyContact: 'privacy@example.org',
      languages: ['en', 'cy', 'pl', 'ur'],
      demo: true,
      updatedAt: at,
    },
  ]);
  await insertRows(db, 'groups', [{ id: panelId, kind: 'panel', name: "People's Panel", createdAt: at }]);
  await makePeople(db, people);
  await makeQuestionnaire(db);
}

async function makePeople(db: Db, people: readonly PersonChanges[]): Promise<void> {
  const homes = people.map((each, index) => ({ number: each.household ?? index + 1, each }));
  const first = [...new Map(homes.map((home) => [home.number, home])).values()];
  await insertRows(
    db,
    'properties',
    first.map(({ number, each }) => ({
      id: uid('ffff', number),
      reference: `P${number}`,
      addressLines: [`${number} Elm Court`, 'Millbrook'],
      postcode: 'OX1 1AA',
      area: each.area ?? 'Elm',
      scheme: each.scheme ?? null,
      type: each.propertyType ?? null,
    })),
  );
  await insertRows(
    db,
    'households',
    first.map(({ number, each }) => ({
      id: uid('ab12', number),
      propertyId: uid('ffff', number),
      tenancyReference: `T${number}`,
      tenure: each.tenure ?? 'general_needs',
      fromDate: '2020-01-01',
    })),
  );
  await insertRows(
    db,
    'residents',
    people.map((each, index) => person(index + 1, each)),
  );
  await insertRows(
    db,
    'household_members',
    homes.map(({ number }, index) => ({
      householdId: uid('ab12', number),
      residentId: residentId(index + 1),
      fromDate: '2020-01-01',
    })),
  );
  const members = people.flatMap((each, index) => (each.inPanel === false ? [] : [residentId(index + 1)]));
  await insertRows(
    db,
    'memberships',
    members.map((id) => ({ groupId: panelId, residentId: id, fromDate: '2025-01-01' })),
  );
}

const single = {
  id: 'overall',
  kind: 'single',
  required: false,
  options: ['good', 'bad'].map((id) => ({ id, key: `q.overall.option.${id}`, meaning: null })),
  min: null,
  max: null,
  maxLength: null,
  showIf: null,
  requiredIf: null,
  positive: ['good'],
  measure: null,
};
const words = (title: string, good: string, bad: string) => ({
  title,
  intro: '',
  'q.overall.title': title,
  'q.overall.option.good': good,
  'q.overall.option.bad': bad,
});

async function makeQuestionnaire(db: Db): Promise<void> {
  const base = {
    createdAt: at,
    approvedAt: at,
    approvedBy: 'Priya',
    status: 'approved',
    versionId,
    hash: 'x',
    number: 1,
  };
  await insertRows(db, 'questionnaires', [
    { id: questionnaireId, name: 'Panel', draft: {}, draftBy: 'Priya', draftAt: at },
  ]);
  await insertRows(db, 'versions', [
    {
      id: versionId,
      questionnaireId,
      number: 4,
      structure: {},
      sourceLanguage: 'en',
      sourceTexts: words('How are we doing?', 'Well', 'Badly'),
      hash: 'x',
      compiled: { compiler: 1, questions: [single] },
      compiler: 1,
      publishedAt: at,
      publishedBy: 'Priya',
    },
  ]);
  await insertRows(db, 'edition_revisions', [
    {
      ...base,
      id: uid('ed17', 1),
      language: 'en',
      format: 'standard',
      texts: words('How are we doing?', 'Well', 'Badly'),
    },
    {
      ...base,
      id: uid('ed17', 2),
      language: 'en',
      format: 'large',
      texts: words('How are we doing?', 'Well', 'Badly'),
    },
    { ...base, id: uid('ed17', 3), language: 'ur', format: 'standard', texts: words('ہم کیسے ہیں؟', 'اچھے', 'برے') },
  ]);
}

export interface WaveChanges {
  sampling?: Sampling;
  refresh?: Refresh;
  audience?: Partial<Audience>;
  plan?: { steps: readonly Partial<ContactPlan['steps'][number]>[] };
  sampleSize?: number | null;
  unit?: 'person' | 'household';
  period?: 'wave' | 'reporting_year';
  quorum?: number;
  opensOn?: string;
  closesOn?: string;
}

/** A wave of the panel, not launched. Opens Monday 23 November 2026. */
export async function makeWave(db: Db, changes: WaveChanges = {}): Promise<void> {
  const { unit = 'person', period = 'wave', quorum = 0, refresh = 'nobody' } = changes;
  await insertRows(db, 'campaigns', [
    { id: campaignId, name: 'Panel', unit, period, quorum, refresh, questionnaireId, createdAt: at },
  ]);
  await insertWave(db, waveId, changes);
}

const step = {
  day: 0,
  date: null,
  time: null,
  channels: ['best'],
  kind: 'invitation',
  onlyIfNotAnswered: true,
  formats: null,
};

export async function insertWave(db: Db, id: string, changes: WaveChanges): Promise<void> {
  const steps = changes.plan?.steps ?? [{}, { day: 7, time: '10:00', kind: 'reminder' }];
  await insertRows(db, 'waves', [
    {
      id,
      campaignId,
      name: 'Autumn panel',
      audience: { panelId, areas: [], tenures: [], restDays: 14, ...changes.audience },
      plan: { steps: steps.map((each) => ({ ...step, ...each })) },
      sampleSize: changes.sampleSize ?? null,
      sampling: changes.sampling ?? null,
      opensOn: changes.opensOn ?? '2026-11-23',
      closesOn: changes.closesOn ?? '2026-12-20',
      resultsOn: '2027-01-15',
      actionOn: '2027-02-15',
      plannedBy: 'Sam',
      createdAt: at,
    },
  ]);
}

/** Says that a process which prints was seen just now. */
export const seePrinter = (db: Db, now: Date) => insertRows(db, 'heartbeats', [{ work: 'print', at: now }]);
