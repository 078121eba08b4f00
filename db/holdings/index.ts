import { answerHoldings } from './answers.ts';
import { type Holding, reasons } from './holding.ts';
import { messageHoldings } from './messages.ts';
import { peopleHoldings } from './people.ts';
import { takingPartHoldings } from './taking-part.ts';

const { link, ours } = reasons;

/** That a row of a file speaks of the resident. */
const theirRow = (row: string) =>
  `(${row}.resident_id = $1 or ${row}.reference = (select p.reference from residents p where p.id = $1))`;

/** What a row of a file said, cell by cell. */
const readOfRow = [
  ...['row', 'name', 'title', 'given_name', 'family_name', 'date_of_birth', 'phone', 'email', 'language', 'format'],
  ...['preferred_channel', 'access_needs', 'correspondence', 'role', 'status', 'left_on', 'home', 'uprn'],
  ...['address_lines', 'postcode', 'area', 'scheme', 'type', 'tenancy', 'tenure', 'tenancy_start', 'groups', 'profile'],
];

/** What stands about people in lists of other things. */
const elsewhere: readonly Holding[] = [
  {
    table: 'imports',
    whose: `exists (select from import_rows y where y.import_id = t.id and ${theirRow('y')})`,
    shown: null,
    unshown: {
      id: link,
      filename: 'the name of the file on our side',
      file: 'a whole file of residents, in which other people stand; the rows of this person are shown',
      size: ours,
      by: 'shown with its rows',
      actor: link,
      at: 'shown with its rows',
      state: 'whether it was used',
      goes: ours,
      skip_broken: ours,
      everybody: ours,
      leavers: ours,
      lease_until: ours,
      tries: ours,
      fault: 'why a whole file was stopped',
      shape: 'how the file is read',
      columns: 'headings and the first cells of each, for whoever matches them',
      done: 'how many rows were worked off',
      rows: 'how many people were in it',
      counts: 'how many people were in it',
      rejects: 'how many rows each column was at fault in',
      checked_at: ours,
      finished_at: ours,
    },
    erase: {
      does: 'blank',
      set: `file = case when t.state in ('applied', 'failed', 'stopped') then null else t.file end,
        columns = case when t.state in ('applied', 'failed', 'stopped') then null else t.columns end`,
      why: 'A file that is over need not stay. One that is being worked off is the list of today.',
    },
  },
  {
    table: 'import_rows',
    whose: theirRow('t'),
    shown: {
      title: 'Files that spoke of you',
      about: 'Lists of residents that were brought in from our other systems, and what your row did.',
      columns: {
        When: '(select i.at from imports i where i.id = t.import_id)',
        'Who brought it in': '(select i.by from imports i where i.id = t.import_id)',
        'What it did': "case t.kind when 'rejected' then 'could not be used' else t.kind end",
        'What changed': 't.changes',
        'What could not be used': 't.faults',
        'What was read another way': 't.notes',
        'What stayed as you set it': "array_to_string(t.kept, ', ')",
      },
      order: 't.import_id',
    },
    unshown: Object.fromEntries(
      readOfRow.map((column) => [column, 'as it stood in the file; what was taken in is shown above']),
    ),
    erase: { does: 'delete', why: 'Nobody needs it when the person is gone.' },
  },
  {
    table: 'audit_log',
    whose: 't.subject = $1::text',
    shown: {
      title: 'Who looked and who changed',
      about: 'What our staff, our systems and you did with what we hold about you.',
      columns: { When: 't.at', Who: 't.actor_name', What: "translate(t.action, '._', '  ')", More: 't.detail' },
      order: 't.id',
    },
    unshown: { id: link, actor: link },
    erase: {
      does: 'blank',
      set: "detail = t.detail - 'reason' - 'note'",
      why: 'It names what was done and by whom of the staff, under an id that leads to nobody any more.',
    },
  },
];

/** Everything that can hold something about a resident, in the order in which erasure goes through it: what hangs on another comes first. */
export const holdings: readonly Holding[] = [
  ...answerHoldings,
  ...elsewhere,
  ...messageHoldings,
  ...takingPartHoldings,
  ...peopleHoldings,
].toSorted((a, b) => rank(a.table) - rank(b.table));

/** The links to a person go last, in this order: everything else is found by them. */
function rank(table: string): number {
  return ['recipients', 'frame_members', 'household_members', 'residents'].indexOf(table);
}

/** Tables that hold nothing about a resident, and why one can be sure. A new table is in `holdings` or here; a test sees to it. */
export const nothingPersonal: Readonly<Record<string, string>> = {
  landlord: 'the landlord itself',
  properties: 'homes, not people; who lives in one is in household_members',
  households: 'tenancies of homes; one that nobody is left in goes with its last person',
  groups: 'names of groups; who is in them is in memberships',
  meetings: 'dates and titles',
  agenda_items: 'titles and summaries that staff write',
  papers: "the landlord's own documents, which are not searched: look through minutes by hand",
  outcomes: 'what staff wrote for everybody, without names',
  questionnaires: 'questions',
  draft_saves: 'questions, as they were; who saved them is staff',
  versions: 'questions',
  edition_revisions: 'questions in other languages',
  translation_marks: 'questions in other languages, and who of the staff translated, checked and approved them',
  phrase_approvals: 'our own phrases, and who of the staff read them',
  own_editions: 'what questions in braille, audio and easy read were made from',
  easy_drafts: 'easier words for questions',
  pictures: 'pictures beside questions, brought by staff',
  campaigns: 'plans',
  waves: 'plans; who planned them is staff',
  cell_asks: 'how many of which group were asked again, and by whom of the staff; nobody by name',
  quota_fills: 'which group of a quota had its answers and when; numbers only',
  wave_bills: 'what sending cost',
  email_prices: 'what a mail costs, and who of the staff said so',
  prize_draws: 'what can be won and when it was drawn; who is in it is in prize_entries',
  approvals: 'who of the staff approved',
  mailings: 'that something went to a list; who was on it is in recipients',
  print_batches:
    'files of letters by their deliveries; those posted lose their file when somebody in them is erased, and all in time',
  channel_states: 'whether a channel works',
  heartbeats: 'when a process was last seen',
  spent_codes: 'scrambled codes, which lead to nobody, so that none is given out twice',
  result_columns: 'numbers of a wave without ids, built again when an answer changes',
  code_attempts: 'scrambled network addresses of one quarter of an hour',
  retention: 'how long things are kept',
  bands: 'how ages and answers are grouped',
  events: 'what people are asked to; who was drawn is in event_people',
  import_mappings: 'which heading of a file goes where',
  user: 'staff',
  session: 'staff',
  account: 'staff',
  two_factor: 'staff',
  verification: 'staff',
  rate_limit: 'scrambled addresses of sign-in tries',
  api_keys: 'programs',
};
