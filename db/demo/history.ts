import { newCode } from '../../surveys/fieldwork/code.ts';
import type { ContactPlan } from '../../surveys/fieldwork/plan.ts';
import type { Mode } from '../../surveys/mode.ts';
import type { Compiled } from '../../surveys/questionnaire/types.ts';
import type { Row } from '../bulk.ts';
import { answerAll } from './answers.ts';
import type { Home, Person } from './people.ts';
import type { Pick } from './pick.ts';
import proportions from './proportions.json' with { type: 'json' };

const dayMs = 86_400_000;

/** One wave that is over: who was asked, who answered, how. */
export interface PastWave {
  name: string;
  campaignId: string;
  versionId: string;
  compiled: Compiled;
  editions: Readonly<Record<string, string>>;
  audience: Row;
  plan: ContactPlan;
  opened: Date;
  days: number;
  drift: number;
  /** Members of the panel; null asks one person a household. */
  panel: ReadonlySet<string> | null;
  /** Answers wanted. */
  answers: number;
}

export type Rows = Record<
  'mailings' | 'waves' | 'frame_members' | 'frame_profiles' | 'recipients' | 'invitations' | 'deliveries' | 'responses',
  Row[]
>;

/** Every row of a closed wave, answered by the real engine from a seed. */
export function pastWave(wave: PastWave, homes: readonly Home[], pick: Pick): Rows {
  const rows: Rows = {
    mailings: [],
    waves: [],
    frame_members: [],
    frame_profiles: [],
    recipients: [],
    invitations: [],
    deliveries: [],
    responses: [],
  };
  const ids = { wave: pick.uuid(), mailing: pick.uuid() };
  const closed = new Date(wave.opened.getTime() + wave.days * dayMs);
  rows.mailings.push({ id: ids.mailing, kind: 'wave', purpose: 'research', createdAt: wave.opened, createdBy: 'demo' });
  rows.waves.push(waveRow(wave, ids, closed));
  const asked = homes.flatMap((home) => people(home, wave).map((person) => ({ home, person })));
  const willing = chosen(
    asked.map((each) => each.person),
    wave.answers,
    pick,
  );
  for (const { home, person } of asked)
    askOne(rows, { wave, ids, home, person, closed, answers: willing.has(person.id) }, pick);
  return rows;
}

/** A panel asks its members; a household survey the first person of each home. */
function people(home: Home, { panel }: PastWave): Person[] {
  const current = home.people.filter((person) => person.status === 'current' && !person.doNotContact);
  return panel ? current.filter((person) => panel.has(person.id)) : current.slice(0, 1);
}

const waveRow = (wave: PastWave, ids: { wave: string; mailing: string }, closed: Date): Row => ({
  id: ids.wave,
  campaignId: wave.campaignId,
  name: wave.name,
  versionId: wave.versionId,
  mailingId: ids.mailing,
  audience: wave.audience,
  plan: wave.plan,
  seed: `demo ${wave.name}`,
  opensOn: wave.opened.toISOString().slice(0, 10),
  closesOn: closed.toISOString().slice(0, 10),
  timeZone: 'Europe/London',
  status: 'closed',
  plannedBy: 'demo',
  createdAt: wave.opened,
  launchedBy: 'demo',
  launchedAt: wave.opened,
  closedAt: closed,
  answersRevision: 1,
});

/** Older people answer about twice as often, as they do everywhere. */
function chosen(people: readonly Person[], wanted: number, pick: Pick): Set<string> {
  const urge = (person: Person) =>
    pick.number() / (person.age < 65 ? proportions.response.under65 : proportions.response['65plus']);
  const ordered = people.map((person) => ({ id: person.id, urge: urge(person) })).sort((a, b) => a.urge - b.urge);
  return new Set(ordered.slice(0, wanted).map((each) => each.id));
}

interface Asked {
  wave: PastWave;
  ids: { wave: string; mailing: string };
  home: Home;
  person: Person;
  closed: Date;
  answers: boolean;
}

function askOne(rows: Rows, asked: Asked, pick: Pick): void {
  const { wave, ids, home, person, closed, answers } = asked;
  const frameId = pick.uuid();
  const recipientId = pick.uuid();
  rows.frame_members.push({
    id: frameId,
    waveId: ids.wave,
    residentId: person.id,
    householdId: home.household.id,
    age: person.age,
    tenure: home.household.tenure,
    area: home.property.area,
    propertyType: home.property.type,
    sampled: true,
  });
  if (person.ethnic) rows.frame_profiles.push({ frameMemberId: frameId, field: 'ethnicity', code: person.ethnic });
  rows.recipients.push({
    id: recipientId,
    mailingId: ids.mailing,
    residentId: person.id,
    language: person.language,
    format: person.format,
  });
  rows.invitations.push({
    id: recipientId,
    waveId: ids.wave,
    frameMemberId: frameId,
    code: newCode(pick.number),
    nextStep: wave.plan.steps.length,
    nextAt: null,
    disposition: answers ? 'complete' : 'no_answer',
    dispositionAt: closed,
  });
  rows.deliveries.push(delivered(recipientId, person, wave, pick));
  if (answers) rows.responses.push(response(frameId, asked, pick));
}

/** What the demo's past messages cost, each. */
const pence: Readonly<Record<string, number>> = proportions.pence;

function delivered(recipientId: string, person: Person, wave: PastWave, pick: Pick): Row {
  const channel = person.preferredChannel ?? (person.email ? 'email' : person.phone ? 'sms' : 'post');
  const at = new Date(wave.opened.getTime() + 10 * 3_600_000);
  const moments = { createdAt: wave.opened, dueAt: at, claimedAt: at, acceptedAt: at, sentAt: at, deliveredAt: at };
  return {
    id: pick.uuid(),
    recipientId,
    step: 0,
    attempt: 1,
    channel,
    provider: 'sandbox',
    kind: 'invitation',
    status: 'delivered',
    language: person.language,
    format: person.format,
    editionRevisionId: wave.editions[`${person.language} ${person.format}`],
    cost: pence[channel] ?? 0,
    ...moments,
  };
}

function response(frameMemberId: string, { wave, ids, home, person }: Asked, pick: Pick): Row {
  const at = new Date(wave.opened.getTime() + (0.4 + pick.number() ** 2 * (wave.days - 2)) * dayMs);
  const mode = modeOf(person, pick);
  const lean = leanOf(home, person) + wave.drift;
  const { state: interview } = answerAll(wave.compiled, { person, lean, mode, at }, pick);
  return {
    id: pick.uuid(),
    waveId: ids.wave,
    frameMemberId,
    versionId: wave.versionId,
    editionRevisionId: wave.editions[`${person.language} ${person.format}`],
    language: person.language,
    state: 'complete',
    startedMode: mode,
    startedAt: at,
    updatedAt: at,
    completedAt: at,
    interview,
    revision: 1,
  };
}

/** How pleased somebody is, by where and how they live and their age. */
export function leanOf(home: Home, person: Person): number {
  const area = proportions.areas.find((each) => each.name === home.property.area)?.satisfaction ?? 0;
  const tenure = proportions.tenures.find((each) => each.code === home.household.tenure)?.satisfaction ?? 0;
  return area + tenure + (person.age >= 65 ? 0.3 : -0.1);
}

/** Nobody texts without a mobile, and few over 75 use the web. */
export function modeOf(person: Person, pick: Pick): Mode {
  const mode = pick.share(proportions.answerModes) as Mode;
  if (mode === 'text' && !person.phone) return 'web';
  return mode === 'web' && person.age >= 75 && pick.chance(0.7) ? 'paper' : mode;
}
