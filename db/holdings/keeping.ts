import { homeAfter } from './holding.ts';

/**
 * How long each kind of data is kept, and what happens then. A dated default of ours, from the guidance of the field in 2026; the landlord's own figure
 * stands in the `retention` row. SQL is fixed: a row is `t`, `$1` is the moment before which it is too old.
 */
export interface KeepingRule {
  kind: string;
  title: string;
  /** What happens to what is older, in a sentence. */
  becomes: string;
  months: number;
  /** The bounds an administrator may choose within: shorter would break what runs, longer needs a reason nobody has given. */
  least: number;
  most: number;
  /** What is counted in a report: the first step. Each is taken in batches until nothing is left. */
  steps: readonly KeepingStep[];
}

export interface KeepingStep {
  table: string;
  /** Which rows are too old and not done yet: what is done once is not found again. */
  old: string;
  /** The date that makes a row old, for "the oldest of them". */
  since: string;
  /** What to set; null takes the row away. */
  set: string | null;
}

const settled = "t.status not in ('due', 'claimed', 'unknown')";
const waveOver = (months: string) => `coalesce(w.results_on, w.closes_on) < ${months}::date and w.status = 'closed'`;
const ofWave = (column: string) => `${column} in (select w.id from waves w where ${waveOver('$1')})`;
const recipientsOfWave = `(select r.id from recipients r join waves w on w.mailing_id = r.mailing_id where ${waveOver('$1')})`;

/** Every rule, as of 1 November 2026. Suppressions are not here: who said stop stays stopped, under a scrambled form of the address. */
export const keepingRules: readonly KeepingRule[] = [
  {
    kind: 'message_words',
    title: 'Words of messages we sent',
    becomes:
      'The words, the subject and the traces at the provider are removed. That it was sent, how, and what it cost stands.',
    months: 24,
    least: 3,
    most: 72,
    steps: [
      {
        table: 'deliveries',
        old: `t.created_at < $1 and ${settled} and (t.words is not null or t.subject is not null or t.provider_id is not null or t.fail_reason is not null)`,
        since: 't.created_at',
        set: 'words = null, subject = null, provider_id = null, fail_reason = null',
      },
      {
        table: 'receipts',
        old: 't.received_at < $1 and (t.reason is not null or t.provider_id is not null)',
        since: 't.received_at',
        set: 'reason = null, provider_id = null',
      },
    ],
  },
  {
    kind: 'inbound_raw',
    title: 'Originals of messages we received',
    becomes: 'The original with its technical parts is removed. The words stand.',
    months: 12,
    least: 1,
    most: 36,
    steps: [
      {
        table: 'inbound_messages',
        old: 't.received_at < $1 and (t.raw is not null or t.fields is not null) and (t.tray_reason is null or t.tray_done_at is not null)',
        since: 't.received_at',
        set: 'raw = null, fields = null',
      },
    ],
  },
  {
    kind: 'inbound_words',
    title: 'Words of messages we received',
    becomes: 'The words and the address they came from are removed. Comments made of them stand.',
    months: 24,
    least: 3,
    most: 72,
    steps: [
      {
        table: 'inbound_messages',
        old: "t.received_at < $1 and (t.body <> '' or t.from_address <> '') and (t.tray_reason is null or t.tray_done_at is not null)",
        since: 't.received_at',
        set: "body = '', subject = null, raw = null, fields = null, from_address = '', reply = null, urgent = null",
      },
    ],
  },
  {
    kind: 'identifiable_answers',
    title: 'Answers that lead to a person',
    becomes:
      'The link from the answers to the person is cut for good, counted from the day results were due. Results stand.',
    months: 12,
    least: 3,
    most: 36,
    steps: [
      {
        table: 'frame_members',
        old: `t.resident_id is not null and ${ofWave('t.wave_id')}`,
        since: '(select coalesce(w.results_on, w.closes_on)::timestamptz from waves w where w.id = t.wave_id)',
        set: `resident_id = null, household_id = ${homeAfter}, out_detail = null`,
      },
      {
        table: 'recipients',
        old: `t.resident_id is not null and t.id in ${recipientsOfWave}`,
        since: 'now()',
        set: 'resident_id = null',
      },
      {
        table: 'invitations',
        old: `t.code is not null and ${ofWave('t.wave_id')}`,
        since: 'now()',
        set: 'code = null, next_at = null',
      },
      {
        table: 'prize_entries',
        old: `t.resident_id is not null and ${ofWave('t.wave_id')}`,
        since: 'now()',
        set: 'resident_id = null, recipient_id = null, missed_why = null',
      },
      {
        table: 'inbound_messages',
        old: `t.recipient_id is not null and t.recipient_id in ${recipientsOfWave}`,
        since: 'now()',
        set: 'recipient_id = null',
      },
      {
        table: 'responses',
        old: `t.device_hash is not null and ${ofWave('t.wave_id')}`,
        since: 'now()',
        set: 'device_hash = null',
      },
    ],
  },
  {
    kind: 'answers',
    title: 'Answers without a person',
    becomes:
      'The answers and the facts beside them are removed, and with them the results of that survey. How many answered stands.',
    months: 72,
    least: 24,
    most: 180,
    steps: [
      { table: 'responses', old: ofWave('t.wave_id'), since: 't.updated_at', set: null },
      {
        table: 'frame_profiles',
        old: `t.frame_member_id in (select f.id from frame_members f where ${ofWave('f.wave_id')})`,
        since: 'now()',
        set: null,
      },
      { table: 'result_columns', old: ofWave('t.wave_id'), since: 'now()', set: null },
    ],
  },
  {
    kind: 'profiles_of_leavers',
    title: 'Sensitive facts of people who have left',
    becomes: 'Ethnic group, disability and the like are removed, counted from the end of the last tenancy.',
    months: 12,
    least: 1,
    most: 36,
    steps: [
      {
        table: 'profiles',
        old: `exists (select from household_members m where m.resident_id = t.resident_id)
          and not exists (select from household_members m where m.resident_id = t.resident_id and coalesce(m.to_date, 'infinity') >= $1::date)`,
        since: '(select max(m.to_date)::timestamptz from household_members m where m.resident_id = t.resident_id)',
        set: null,
      },
    ],
  },
  {
    kind: 'print_files',
    title: 'Files of letters that were posted',
    becomes: 'The file and its list of addresses are removed. How many letters went, and when, stands.',
    months: 3,
    least: 1,
    most: 24,
    steps: [
      {
        table: 'print_batches',
        old: "t.state = 'posted' and t.posted_on < $1 and (t.pdf is not null or t.manifest is not null)",
        since: 't.posted_on',
        set: 'pdf = null, manifest = null',
      },
    ],
  },
  {
    kind: 'import_rows',
    title: 'Files of residents that were brought in',
    becomes: 'The file and its rows are removed. How many rows there were, and what became of them, stands.',
    months: 3,
    least: 1,
    most: 12,
    steps: [
      {
        table: 'import_rows',
        old: 'exists (select from imports i where i.id = t.import_id and i.at < $1)',
        since: '(select i.at from imports i where i.id = t.import_id)',
        set: null,
      },
      {
        table: 'imports',
        old: 't.at < $1 and (t.file is not null or t.columns is not null)',
        since: 't.at',
        set: 'file = null, columns = null',
      },
    ],
  },
  {
    kind: 'taking_part',
    title: 'Notes of calls, referrals and people who put themselves forward',
    becomes: 'They are removed, counted from the call or from what came of them.',
    months: 24,
    least: 6,
    most: 72,
    steps: [
      { table: 'calls', old: 't.at < $1', since: 't.at', set: null },
      { table: 'referrals', old: 't.decided_at < $1', since: 't.decided_at', set: null },
      { table: 'join_requests', old: 't.decided_at < $1', since: 't.decided_at', set: null },
    ],
  },
  {
    kind: 'practice',
    title: 'Practice messages',
    becomes: 'They are removed.',
    months: 6,
    least: 1,
    most: 24,
    steps: [{ table: 'sandbox_messages', old: 't.at < $1', since: 't.at', set: null }],
  },
  {
    kind: 'links',
    title: 'Links and sign-ins that have ended',
    becomes: 'They are removed, counted from the day they stopped working.',
    months: 1,
    least: 1,
    most: 12,
    steps: [
      { table: 'tokens', old: 't.expires_at < $1', since: 't.expires_at', set: null },
      { table: 'session', old: 't.expires_at < $1', since: 't.expires_at', set: null },
      { table: 'verification', old: 't.expires_at < $1', since: 't.expires_at', set: null },
      { table: 'code_attempts', old: 't.window_start < $1', since: 't.window_start', set: null },
    ],
  },
  {
    kind: 'audit',
    title: 'The audit log',
    becomes: 'Its lines are removed.',
    months: 72,
    least: 24,
    most: 180,
    steps: [{ table: 'audit_log', old: 't.at < $1', since: 't.at', set: null }],
  },
];
