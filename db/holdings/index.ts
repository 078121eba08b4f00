import { answerHoldings } from './answers.ts';
import { type Holding, reasons } from './holding.ts';
import { messageHoldings } from './messages.ts';
import { peopleHoldings } from './people.ts';

const { link } = reasons;

/** What stands about people in lists of other things. */
const elsewhere: readonly Holding[] = [
  {
    table: 'imports',
    whose: `exists (select from jsonb_array_elements(t.rejects) j, residents p where p.id = $1
      and lower(j ->> 'value') in (lower(p.reference), p.phone, lower(p.email), lower(p.family_name), lower(p.given_name || ' ' || p.family_name)))`,
    shown: {
      title: 'Files we could not read in full',
      about: 'Files of residents in which something of yours could not be used.',
      columns: { When: 't.at', 'Who brought it in': 't.by' },
      order: 't.at',
    },
    unshown: {
      id: link,
      filename: 'the name of the file on our side',
      state: 'whether it was used',
      rows: 'how many people were in it',
      counts: 'how many people were in it',
    },
    erase: { does: 'apart', why: 'What could not be read of them is blanked; how many rows were refused stands.' },
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
  versions: 'questions',
  edition_revisions: 'questions in other languages',
  campaigns: 'plans',
  waves: 'plans; who planned them is staff',
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
  user: 'staff',
  session: 'staff',
  account: 'staff',
  verification: 'staff',
  rate_limit: 'scrambled addresses of sign-in tries',
  api_keys: 'programs',
};
