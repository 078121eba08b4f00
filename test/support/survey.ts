import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { newCode } from '../../surveys/fieldwork/code.ts';
import type { Language } from '../../surveys/language.ts';
import { optionKey } from '../../surveys/questionnaire/keys.ts';
import type { Compiled, Question, Texts } from '../../surveys/questionnaire/types.ts';
import { seededRandom, sequentialIds } from './deps.ts';

const blank: Omit<Question, 'id' | 'kind'> = {
  required: false,
  options: [],
  min: null,
  max: null,
  maxLength: null,
  showIf: null,
  requiredIf: null,
  positive: [],
  measure: null,
};

const options = (question: string, ids: readonly string[]) =>
  ids.map((id) => ({ id, key: optionKey(question, id), meaning: id === 'none' ? ('none' as const) : null }));

/** A small survey with a question of most kinds: stairs, why (a branch), things to mend, 0 to 10, and own words. */
export const smallForm: Compiled = {
  compiler: 1,
  questions: [
    { ...blank, id: 'stairs', kind: 'single', options: options('stairs', ['clean', 'ok', 'dirty']) },
    {
      ...blank,
      id: 'reported',
      kind: 'yes_no',
      options: options('reported', ['yes', 'no']),
      showIf: { op: 'equal', answer: 'stairs', value: 'dirty' },
    },
    { ...blank, id: 'mend', kind: 'multiple', options: options('mend', ['lift', 'door', 'lights', 'none']) },
    { ...blank, id: 'recommend', kind: 'scale', min: 0, max: 10 },
    { ...blank, id: 'words', kind: 'text', maxLength: 4000 },
  ],
};

const english: Texts = {
  title: 'Small survey',
  intro: '',
  'q.stairs.title': 'How clean are the stairs?',
  'q.stairs.option.clean': 'Clean',
  'q.stairs.option.ok': 'OK',
  'q.stairs.option.dirty': 'Dirty',
  'q.reported.title': 'Did you tell {landlord}?',
  'q.reported.option.yes': 'Yes',
  'q.reported.option.no': 'No',
  'q.mend.title': 'What should we mend first?',
  'q.mend.option.lift': 'The lift',
  'q.mend.option.door': 'The front door',
  'q.mend.option.lights': 'The lights',
  'q.mend.option.none': 'None of these',
  'q.recommend.title': 'How likely are you to recommend us?',
  'q.recommend.min': 'Not at all likely',
  'q.recommend.max': 'Very likely',
  'q.words.title': 'What one thing should we do better?',
};

const urdu: Texts = {
  ...english,
  'q.stairs.title': 'سیڑھیاں کتنی صاف ہیں؟',
  'q.stairs.option.clean': 'صاف',
  'q.stairs.option.ok': 'ٹھیک',
  'q.stairs.option.dirty': 'گندی',
};

const textsIn = {
  en: english,
  ur: urdu,
  cy: { ...english, 'q.stairs.title': "Pa mor lân yw'r grisiau?" },
  pl: { ...english, 'q.stairs.title': 'Jak czysta jest klatka schodowa?' },
};

/** A resident of the fixture. */
export interface FixtureResident {
  phone?: string | null;
  email?: string | null;
  language?: Language;
  format?: string;
  name?: string;
}

export interface Invited {
  invitationId: string;
  residentId: string;
  frameMemberId: string;
  code: string;
}

export interface SurveyFixture {
  waveId: string;
  mailingId: string;
  versionId: string;
  campaignId: string;
  people: Invited[];
}

export interface FixtureOptions {
  residents?: readonly FixtureResident[];
  status?: 'open' | 'paused' | 'closed';
  opensOn?: string;
  closesOn?: string;
  compiled?: Compiled;
  /** Words of `compiled`, the same in every language. */
  texts?: Texts;
  /** Something different for each fixture in one database. */
  seed?: number;
}

const at = new Date('2026-11-20T09:00:00Z');

/** The landlord of the tests. */
export const millbrook = {
  id: 1,
  name: 'Millbrook Homes',
  shortName: 'Millbrook Homes',
  phone: '01632 960123',
  address: ['1 High Street', 'Millbrook'],
  freepost: 'Freepost MILLBROOK',
  repairsUrl: 'https://millbrook.example.org/repairs',
  privacyContact: 'privacy@millbrook.example.org',
  languages: ['en', 'cy', 'pl', 'ur'],
  updatedAt: at,
};

export async function putLandlord(db: Db): Promise<void> {
  const [there] = await db`select 1 from landlord`;
  if (!there) await insertRows(db, 'landlord', [millbrook]);
}

async function putVersion(
  db: Db,
  id: () => string,
  { compiled = smallForm, texts, seed = 1 }: FixtureOptions,
): Promise<string> {
  const [questionnaireId, versionId] = [id(), id()];
  const draft = { draft: {}, draftBy: 'test', draftAt: at };
  await insertRows(db, 'questionnaires', [
    { id: questionnaireId, name: `Small ${seed}`, sourceLanguage: 'en', draftRevision: 1, archived: false, ...draft },
  ]);
  await insertRows(db, 'versions', [
    {
      id: versionId,
      questionnaireId,
      number: 1,
      structure: {},
      sourceLanguage: 'en',
      sourceTexts: texts ?? english,
      hash: 'h',
      compiled,
      compiler: 1,
      publishedAt: at,
      publishedBy: 'test',
    },
  ]);
  await insertRows(
    db,
    'edition_revisions',
    (Object.entries(textsIn) as [Language, Texts][]).flatMap(([language, words]) =>
      ['standard', 'large'].map((format) => ({
        id: id(),
        versionId,
        language,
        format,
        number: 1,
        texts: texts ?? words,
        hash: `${language}-${format}`,
        status: 'approved',
        createdAt: at,
        approvedAt: at,
        approvedBy: 'test',
      })),
    ),
  );
  return versionId;
}

const plan = {
  steps: [
    { day: 0, date: null, time: null, channels: ['best'], kind: 'invitation', onlyIfNotAnswered: true, formats: null },
  ],
};

/** A landlord, a published survey in four languages and a wave in the field, with an invitation for each resident. */
export async function putSurvey(db: Db, options_: FixtureOptions = {}): Promise<SurveyFixture> {
  const { residents = [{}], status = 'open', opensOn = '2026-11-16', closesOn = '2026-12-18', seed = 1 } = options_;
  const ids = sequentialIds();
  const id = () => ids().replace('0000-4000-8000', `${String(seed).padStart(4, '0')}-4000-8000`);
  const random = seededRandom(seed);
  await putLandlord(db);
  const versionId = await putVersion(db, id, options_);
  const [campaignId, mailingId, waveId] = [id(), id(), id()];
  await insertRows(db, 'campaigns', [
    {
      id: campaignId,
      name: `Panel ${seed}`,
      purpose: 'research',
      unit: 'person',
      keep: 'first',
      period: 'wave',
      quorum: 0,
      anonymous: false,
      createdAt: at,
    },
  ]);
  await insertRows(db, 'mailings', [
    { id: mailingId, kind: 'wave', purpose: 'research', createdAt: at, createdBy: 'test' },
  ]);
  await insertRows(db, 'waves', [
    {
      id: waveId,
      campaignId,
      name: `Autumn panel ${seed}`,
      versionId,
      mailingId,
      audience: {},
      plan,
      opensOn,
      closesOn,
      timeZone: 'Europe/London',
      resultsOn: '2027-01-15',
      actionOn: '2027-02-15',
      status,
      plannedBy: 'test',
      createdAt: at,
      launchedAt: at,
      answersRevision: 0,
    },
  ]);
  const people: Invited[] = residents.map(() => ({
    invitationId: id(),
    residentId: id(),
    frameMemberId: id(),
    code: newCode(random),
  }));
  await putPeople(db, { waveId, mailingId }, people, residents, seed);
  return { waveId, mailingId, versionId, campaignId, people };
}

async function putPeople(
  db: Db,
  { waveId, mailingId }: { waveId: string; mailingId: string },
  people: readonly Invited[],
  residents: readonly FixtureResident[],
  seed: number,
): Promise<void> {
  const rows = people.map((person, at_) => ({ ...person, ...residents[at_], place: at_ }));
  await insertRows(
    db,
    'residents',
    rows.map(({ residentId, place, phone, email, language, format, name }) => ({
      id: residentId,
      reference: `REF-${seed}-${place}`,
      givenName: name ?? 'Noor',
      familyName: 'Khan',
      phone: phone ?? null,
      email: email ?? null,
      language: language ?? 'en',
      format: format ?? 'standard',
      accessNeeds: [],
      status: 'current',
      demo: true,
      createdAt: at,
      updatedAt: at,
    })),
  );
  await insertRows(
    db,
    'frame_members',
    rows.map(({ frameMemberId, residentId }) => ({ id: frameMemberId, waveId, residentId, sampled: true })),
  );
  await insertRows(
    db,
    'recipients',
    rows.map(({ invitationId, residentId, language, format }) => ({
      id: invitationId,
      mailingId,
      residentId,
      language: language ?? 'en',
      format: format ?? 'standard',
    })),
  );
  await insertRows(
    db,
    'invitations',
    rows.map(({ invitationId, frameMemberId, code }) => ({
      id: invitationId,
      waveId,
      frameMemberId,
      code,
      nextStep: 1,
      nextAt: at,
      disposition: 'sent',
    })),
  );
}

/** An invitation text that went to somebody. */
export async function putSentText(
  db: Db,
  id: string,
  { invitationId }: Invited,
  sentAt = at,
  kind = 'invitation',
): Promise<void> {
  await insertRows(db, 'deliveries', [
    {
      id,
      recipientId: invitationId,
      step: kind === 'invitation' ? 0 : 1,
      attempt: 1,
      channel: 'sms',
      provider: 'sandbox',
      kind,
      status: 'sent',
      dueAt: sentAt,
      sentAt,
      tries: 0,
      language: 'en',
      format: 'standard',
      words: 'Reply 1 to start',
      createdAt: sentAt,
    },
  ]);
}
