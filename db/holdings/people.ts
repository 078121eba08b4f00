import { type Holding, reasons } from './holding.ts';

const { link } = reasons;
const mine = 't.resident_id = $1';

/** Who somebody is to us, what they allow, and what they belong to. The resident goes last, for the others are found by it. */
export const peopleHoldings: readonly Holding[] = [
  {
    table: 'profiles',
    whose: mine,
    shown: {
      title: 'About you',
      about:
        'Things such as your ethnic group or a disability. Few people may see them, and each look is written down.',
      columns: {
        What: "replace(t.field, '_', ' ')",
        Answer: "replace(t.code, '_', ' ')",
        'Where it came from': 't.source',
        'As it was on': 't.as_at',
      },
      order: 't.field',
    },
    unshown: {},
    erase: { does: 'delete', why: 'Nobody needs it when the person is gone.' },
  },
  {
    table: 'permissions',
    whose: mine,
    shown: {
      title: 'What you allow',
      about: 'What you said we may or may not write to you about, and how.',
      columns: {
        About: 't.purpose',
        'By way of': 't.channel',
        Allowed: 't.allowed',
        When: 't.at',
        'Who wrote it down': 't.by',
        How: 't.how',
      },
      order: 't.purpose, t.channel',
    },
    unshown: {},
    erase: { does: 'delete', why: 'Nobody needs it when the person is gone.' },
  },
  {
    table: 'suppressions',
    whose: mine,
    shown: {
      title: 'What you asked us to stop',
      about: 'When you, or somebody for you, told us not to write to you. We check this before every message.',
      columns: {
        What: "replace(t.reason, '_', ' ')",
        About: "coalesce(t.purpose, 'everything')",
        Note: 't.note',
        When: 't.at',
        'Who wrote it down': 't.by',
        Until: 't.until',
        'Lifted on': 't.lifted_at',
        'Lifted by': 't.lifted_by',
      },
      order: 't.at',
    },
    unshown: { id: link, address_hash: 'a scrambled form of a number or an email address that is shown above' },
    erase: {
      does: 'apart',
      why: 'Kept as the scrambled form of the number or email address, so that whoever said stop stays stopped.',
    },
  },
  {
    table: 'interests',
    whose: mine,
    shown: {
      title: 'What interests you',
      about: 'What you told us you would like to be asked about.',
      columns: { What: "replace(t.topic, '_', ' ')", When: 't.at', 'Who told us': 't.by' },
      order: 't.topic',
    },
    unshown: {},
    erase: { does: 'delete', why: 'Nobody needs it when the person is gone.' },
  },
  {
    table: 'memberships',
    whose: mine,
    shown: {
      title: 'Your groups',
      about: 'Panels and groups you are or were in.',
      columns: {
        Group: '(select g.name from groups g where g.id = t.group_id)',
        From: 't.from_date',
        To: 't.to_date',
        'How you joined': 't.joined_by',
        'Your term ends': 't.term_ends_on',
        'Break until': 't.paused_until',
        'Why you left': "replace(t.left_reason, '_', ' ')",
        'Note on leaving': 't.left_note',
        'Shown with your name': 't.show_name',
      },
      order: 't.from_date',
    },
    unshown: {},
    erase: { does: 'delete', why: 'A list of members is a list of people.' },
  },
  {
    table: 'tokens',
    whose: mine,
    shown: {
      title: 'Links we made for you',
      about:
        'Links in our messages that open your preferences or your papers without a password. We keep only a scrambled form of each.',
      columns: { For: 't.scope', 'Sent by': 't.channel', Made: 't.created_at', 'Works until': 't.expires_at' },
      order: 't.created_at',
    },
    unshown: { hash: 'a scrambled form; whoever had the link itself could open your pages', subject: link },
    erase: { does: 'delete', why: 'The links stop working.' },
  },
  {
    table: 'household_members',
    whose: mine,
    shown: {
      title: 'Where you live and lived',
      about:
        'Your homes with us, from your tenancies. Other people of the same home are not shown here: that is their data.',
      columns: {
        Address:
          "(select array_to_string(p.address_lines, ', ') || ', ' || p.postcode from households h join properties p on p.id = h.property_id where h.id = t.household_id)",
        Area: '(select p.area from households h join properties p on p.id = h.property_id where h.id = t.household_id)',
        Tenancy: '(select h.tenancy_reference from households h where h.id = t.household_id)',
        Tenure: "(select replace(h.tenure, '_', ' ') from households h where h.id = t.household_id)",
        'You as': "replace(t.role, '_', ' ')",
        From: 't.from_date',
        To: 't.to_date',
      },
      order: 't.from_date',
    },
    unshown: {},
    erase: { does: 'delete', why: 'It says who lived where. A tenancy that nobody is left in goes with it.' },
  },
  {
    table: 'residents',
    whose: 't.id = $1',
    shown: {
      title: 'Who you are to us',
      about: 'What we hold about you in our register of residents, and how you like to be written to.',
      columns: {
        Reference: 't.reference',
        Title: 't.title',
        'First name': 't.given_name',
        'Family name': 't.family_name',
        'Date of birth': 't.date_of_birth',
        Mobile: 't.phone',
        Email: 't.email',
        'Address for letters': "array_to_string(t.correspondence_address, ', ')",
        'Language of our messages': 't.language',
        'Print size': 't.format',
        'Best way to reach you': 't.preferred_channel',
        'What you need from us': "array_to_string(t.access_needs, ', ')",
        'How far you want to go in being involved (1 to 3)': 't.comfort_level',
        'When you can take part': "replace(array_to_string(t.availability, ', '), '_', ' ')",
        Status: 't.status',
        'In our register since': 't.created_at',
        'Last changed': 't.updated_at',
      },
      order: 't.id',
    },
    unshown: {
      demo: 'whether this is an invented person of the demo',
      name_key: 'the name again, to sort by',
      search: 'words of what is shown, to find by',
    },
    erase: { does: 'delete', why: 'This is the person.' },
  },
];
