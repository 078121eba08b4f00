import type { AudienceRule, FieldCode } from '../../surveys/fieldwork/audience-fields.ts';
import type { Db } from '../connect.ts';
import type { Choice } from './candidates.ts';

type Fragment = ReturnType<Db>;

/** Whether a row of people `p` lacks what a rule asks for. `surveys/fieldwork/audience-fields.ts` says the same in JavaScript; a test compares the two. */
type Outside = (db: Db, rule: AudienceRule, choice: Choice) => Fragment;

const notIn = (db: Db, column: Fragment, { codes }: AudienceRule): Fragment =>
  db`(${column} is null or ${column} <> all(${codes}::text[]))`;

const notBetween = (db: Db, column: Fragment, { from, to }: AudienceRule): Fragment =>
  db`(${column} is null or ${column} < coalesce(${from}::int, -1) or ${column} > coalesce(${to}::int, 100000))`;

const isMember = (db: Db, today: string): Fragment =>
  db`m.from_date <= ${today} and (m.to_date is null or m.to_date > ${today})`;

/** How somebody did in the newest wave of the campaign that was launched before this one. */
const lastDone = (db: Db, { waveId, campaignId }: Choice): Fragment => db`
  coalesce((
    select case when i.disposition = 'complete' then 'answered' else 'did_not' end
    from recipients rec join invitations i on i.id = rec.id
    where rec.resident_id = p.resident_id and i.wave_id = (
      select w.id from waves w where w.campaign_id = ${campaignId} and w.id <> ${waveId} and w.launched_at is not null
      order by w.opens_on desc, w.launched_at desc limit 1)
    limit 1), 'not_asked')`;

/** The day somebody joined the panel that is asked, else any group they are in. */
const joinedOn = (db: Db, { audience: { panelId }, today }: Choice): Fragment => db`
  (select min(m.from_date) from memberships m
    where m.resident_id = p.resident_id and (${panelId}::uuid is null or m.group_id = ${panelId}::uuid) and ${isMember(db, today)})`;

const outside: Readonly<Record<FieldCode, Outside>> = {
  scheme: (db, rule) => notIn(db, db`p.scheme`, rule),
  property_type: (db, rule) => notIn(db, db`p.property_type`, rule),
  age: (db, rule) => notBetween(db, db`p.age`, rule),
  language: (db, rule) => notIn(db, db`p.language`, rule),
  format: (db, rule) => notIn(db, db`p.format`, rule),
  way: (db, { codes }) => db`not (p.ways && ${codes}::text[])`,
  group: (db, { codes }, { today }) => db`not exists (
    select from memberships m where m.resident_id = p.resident_id and m.group_id::text = any(${codes}::text[]) and ${isMember(db, today)})`,
  interest: (db, { codes }) => db`not exists (
    select from interests n where n.resident_id = p.resident_id and n.topic = any(${codes}::text[]))`,
  tenancy: (db, rule, { today }) => notBetween(db, db`date_part('year', age(${today}::date, p.home_since))::int`, rule),
  digital: (db, rule) =>
    notIn(db, db`(case when p.ways && array['email', 'sms'] then 'online' else 'offline' end)`, rule),
  last_wave: (db, rule, choice) => notIn(db, lastDone(db, choice), rule),
  joined: (db, { since }, choice) => db`coalesce(${joinedOn(db, choice)} < ${since}::date, true)`,
};

/** A rule that says nothing yet leaves nobody out. */
const says = ({ codes, from, to, since }: AudienceRule) =>
  codes.length > 0 || from !== null || to !== null || since !== null;

/** The branches of a `case` that leave people out by the rules of a choice, in the order of the fields. */
export function outsideCases(db: Db, choice: Choice): Fragment {
  const fields = Object.keys(outside) as FieldCode[];
  const rules = fields.flatMap((field) => choice.audience.where.filter((rule) => rule.field === field && says(rule)));
  return rules.reduce<Fragment>(
    (cases, rule) => db`${cases} when ${outside[rule.field](db, rule, choice)} then ${`outside_${rule.field}`}`,
    db``,
  );
}
