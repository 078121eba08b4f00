import { type Holding, reasons, theirAddress, theirRecipients } from './holding.ts';

const { link, ours } = reasons;
const mine = 't.resident_id = $1';

/** How somebody was asked to take part, put themselves forward or was put forward, and what we noted when we spoke. */
export const takingPartHoldings: readonly Holding[] = [
  {
    table: 'event_people',
    whose: mine,
    shown: {
      title: 'Invitations to take part',
      about: 'Meetings and groups for which you were drawn, and what you replied.',
      columns: {
        What: '(select e.title from events e where e.id = t.event_id)',
        Day: '(select e.held_on from events e where e.id = t.event_id)',
        'Asked on': 't.invited_at',
        'Your reply': 't.reply',
        When: 't.replied_at',
        How: "replace(t.reply_mode, '_', ' ')",
        'Who wrote it down': 't.reply_by',
      },
      order: 't.invited_at',
    },
    unshown: {
      id: link,
      role: 'whether somebody was drawn first or in reserve',
      cell: 'the area, tenure, home and age by which the draw was balanced',
      place: 'the order in which lots fell',
      recipient_id: link,
      instead_of: link,
    },
    erase: {
      does: 'blank',
      set: 'resident_id = null, recipient_id = null',
      why: 'That somebody was asked and what was replied is a count; a draw can still be checked.',
    },
  },
  {
    table: 'prize_entries',
    whose: mine,
    shown: {
      title: 'Prize draws',
      about: 'Draws you were in because you took part in a survey or asked to be, and what came of them.',
      columns: {
        Draw: '(select w.name from waves w where w.id = t.wave_id)',
        'Entered on': 't.entered_on',
        How: "replace(t.way, '_', ' ')",
        'Why not in the draw': "replace(t.out_reason, '_', ' ')",
        'What came of it': 't.role',
        'Told on': 't.told_at',
        'Given to somebody else on': 't.missed_at',
        Why: 't.missed_why',
      },
      order: 't.entered_on',
    },
    unshown: {
      id: link,
      place: 'the order in which lots fell',
      recipient_id: link,
      entered_by: 'who of our staff wrote it down',
      missed_by: 'who of our staff wrote it down',
    },
    erase: {
      does: 'blank',
      set: 'resident_id = null, recipient_id = null, missed_why = null',
      why: 'The list of a draw stands, under numbers of chance, so that it can be drawn again. A prize that is not given yet goes to the next reserve.',
    },
  },
  {
    table: 'join_requests',
    whose: `(${mine} or ${theirAddress('t.address')})`,
    shown: {
      title: 'When you put yourself forward',
      about: 'What you sent us on the page to join.',
      columns: {
        When: 't.created_at',
        Name: 't.name',
        'By way of': 't.channel',
        'Number or address': 't.address',
        Postcode: 't.postcode',
        Topics: "replace(array_to_string(t.topics, ', '), '_', ' ')",
        'How far you want to go (1 to 3)': 't.comfort_level',
        Language: 't.language',
        Confirmed: 't.confirmed_at',
        'What came of it': "replace(t.outcome, '_', ' ')",
        Note: 't.note',
        'Decided on': 't.decided_at',
        'Decided by': 't.decided_by',
      },
      order: 't.created_at',
    },
    unshown: { id: link, token_hash: 'a scrambled form of the link to confirm it', expires_at: ours, group_id: link },
    erase: { does: 'delete', why: 'Nobody needs it when the person is gone.' },
  },
  {
    table: 'referrals',
    whose: mine,
    shown: {
      title: 'When our staff put you forward',
      about: 'What a member of our staff passed on because you wanted to take part.',
      columns: {
        When: 't.created_at',
        Who: 't.by_name',
        Topics: "replace(array_to_string(t.topics, ', '), '_', ' ')",
        'How far you want to go (1 to 3)': 't.comfort_level',
        'What you said': 't.words',
        'What came of it': "replace(t.outcome, '_', ' ')",
        Note: "nullif(t.outcome_note, '')",
        'Decided on': 't.decided_at',
        'Decided by': 't.decided_by',
      },
      order: 't.created_at',
    },
    unshown: { id: link, by: link, group_id: link },
    erase: { does: 'delete', why: 'Nobody needs it when the person is gone.' },
  },
  {
    table: 'calls',
    whose: mine,
    shown: {
      title: 'When we spoke on the telephone',
      about: 'What our staff noted of calls with you.',
      columns: {
        When: 't.at',
        'What came of it': "replace(t.outcome, '_', ' ')",
        Note: "nullif(t.note, '')",
        'Noted by': 't.by',
      },
      order: 't.at',
    },
    unshown: { id: link },
    erase: { does: 'delete', why: 'Nobody needs it when the person is gone.' },
  },
  {
    table: 'contact_changes',
    whose: mine,
    shown: {
      title: 'A new number or address you asked us to use',
      about: 'It is used once you confirm it there.',
      columns: { What: 't.field', New: 't.address', When: 't.at', 'Can be confirmed until': 't.expires_at' },
      order: 't.at',
    },
    unshown: { id: link, recipient_id: link },
    erase: { does: 'delete', why: 'Nobody needs it when the person is gone.' },
  },
  {
    table: 'equality_offers',
    whose: `t.invitation_id in ${theirRecipients}`,
    shown: {
      title: 'When we offered questions about you',
      about: 'After a survey we may offer a few questions about you, once.',
      columns: { When: 't.at' },
      order: 't.at',
    },
    unshown: {},
    erase: { does: 'keep', why: 'It says only that the questions were offered.' },
  },
];
