import { type Holding, homeAfter, reasons, theirFrames, theirRecipients } from './holding.ts';

const { link, ours } = reasons;

const compiledOf = '(select v.compiled from versions v where v.id = t.version_id)';

/** An interview without what was written in own words: each such answer is empty, so that it still counts as one. */
const withoutWords = `jsonb_set(t.interview, '{answers}', (
  select coalesce(jsonb_object_agg(a.key, case when a.key in (
    select q ->> 'id' from jsonb_array_elements(${compiledOf} -> 'questions') q where q ->> 'kind' = 'text')
    then jsonb_set(a.value, '{value}', '""') else a.value end), '{}')
  from jsonb_each(t.interview -> 'answers') a))`;

/** What somebody answered, and that they were asked. Confidential: only the person is shown it, and only here. */
export const answerHoldings: readonly Holding[] = [
  {
    table: 'answer_changes',
    whose: `t.response_id in (select p.id from responses p where p.frame_member_id in ${theirFrames})`,
    shown: {
      title: 'Answers you changed',
      about: 'What you had answered before you changed it.',
      columns: {
        When: 't.at',
        Survey: '(select w.name from responses p join waves w on w.id = p.wave_id where p.id = t.response_id)',
        Question: 't.question_id',
        'It was': 't.was',
        How: "replace(t.mode, '_', ' ')",
      },
      words: ['It was'],
      order: 't.at',
    },
    unshown: { id: link, by: 'who of our staff wrote it down' },
    erase: { does: 'delete', why: 'No result uses them.' },
  },
  {
    table: 'uploads',
    whose: `t.response_id in (select p.id from responses p where p.frame_member_id in ${theirFrames})`,
    shown: {
      title: 'Photos you sent',
      about:
        'Photos you gave as answers to surveys. What they said of place and time was taken out before we kept them.',
      columns: {
        When: 't.at',
        Survey: '(select w.name from responses p join waves w on w.id = p.wave_id where p.id = t.response_id)',
        Question: 't.question_id',
        Bytes: 't.size',
        Photo: "'data:' || t.content_type || ';base64,' || translate(encode(t.content, 'base64'), E'\\n', '')",
      },
      order: 't.at',
    },
    unshown: { id: link, response_id: link },
    erase: { does: 'delete', why: 'A picture can tell who made it. That there was one is still counted.' },
  },
  {
    table: 'responses',
    whose: `t.frame_member_id in ${theirFrames}`,
    shown: {
      title: 'Your answers',
      about:
        'What you answered to surveys. Surveys are confidential: nobody here is shown your answers beside your name, but in this file.',
      columns: {
        Survey: '(select w.name from waves w where w.id = t.wave_id)',
        Began: 't.started_at',
        'Last answer': 't.updated_at',
        Finished: 't.completed_at',
        'Begun by': "replace(t.started_mode, '_', ' ')",
        Language: 't.language',
        Answers: `jsonb_build_object('answers', t.interview -> 'answers', 'questions', ${compiledOf} -> 'questions',
          'texts', (select v.source_texts from versions v where v.id = t.version_id))`,
      },
      order: 't.started_at',
    },
    unshown: {
      id: link,
      edition_revision_id: link,
      state: 'the days above say it',
      device_hash: 'a scrambled mark of the device you answered on',
      revision: ours,
    },
    erase: {
      does: 'blank',
      set: `interview = ${withoutWords}, device_hash = null, revision = t.revision + 1`,
      why: 'Answers chosen from a list stand and are counted. Own words go, for they can tell who wrote them.',
    },
  },
  {
    table: 'frame_profiles',
    whose: `t.frame_member_id in ${theirFrames}`,
    shown: {
      title: 'About you, when a survey began',
      about:
        'A copy of some things about you as they stood then, so that results can be shown for different groups of people.',
      columns: {
        Survey: '(select w.name from frame_members f join waves w on w.id = f.wave_id where f.id = t.frame_member_id)',
        What: "replace(t.field, '_', ' ')",
        Answer: "replace(t.code, '_', ' ')",
      },
      order: 't.frame_member_id, t.field',
    },
    unshown: {},
    erase: { does: 'keep', why: 'It hangs on a random id that no longer leads to anybody; results by group need it.' },
  },
  {
    table: 'call_list',
    whose: `t.invitation_id in ${theirRecipients}`,
    shown: {
      title: 'Calls to ask you a survey',
      about: 'When an interviewer was to ring you, and what came of it.',
      columns: {
        Survey: '(select w.name from invitations i join waves w on w.id = i.wave_id where i.id = t.invitation_id)',
        'To be rung from': 't.due_at',
        Tries: 't.tries',
        'What came of it': "replace(t.last_outcome, '_', ' ')",
        'Last try': 't.last_at',
        'Why nobody need ring': 't.ended_why',
      },
      order: 't.due_at',
    },
    unshown: { id: link, step: ours, status: ours, last_by: 'who of our staff rang' },
    erase: { does: 'delete', why: 'Nobody is to be rung any more, and no result uses it.' },
  },
  {
    table: 'invitations',
    whose: `t.id in ${theirRecipients}`,
    shown: {
      title: 'Surveys you were asked to answer',
      about: 'Each survey we invited you to, and what came of it.',
      columns: {
        Survey: '(select w.name from waves w where w.id = t.wave_id)',
        'What came of it': "replace(t.disposition, '_', ' ')",
        When: 't.disposition_at',
      },
      order: 't.disposition_at',
    },
    unshown: {
      frame_member_id: link,
      code: 'it opens the survey for whoever has it',
      next_step: ours,
      next_at: ours,
    },
    erase: {
      does: 'blank',
      set: 'code = null, next_at = null',
      why: 'The code opens nothing any more. It is never given to anybody else: its scrambled form stays.',
    },
  },
  {
    table: 'frame_members',
    whose: 't.resident_id = $1',
    shown: {
      title: 'Surveys that could have asked you',
      about:
        'Each time we chose whom to ask, the list had these facts about you. Results are shown by them, never by name.',
      columns: {
        Survey: '(select w.name from waves w where w.id = t.wave_id)',
        'Age then': 't.age',
        'Tenure then': "replace(t.tenure, '_', ' ')",
        'Area then': 't.area',
        'Type of home then': 't.property_type',
        'Chosen to be asked': 't.sampled',
        'Why you were left out': "replace(t.out_reason, '_', ' ')",
      },
      order: '(select w.created_at from waves w where w.id = t.wave_id)',
    },
    unshown: {
      id: link,
      household_id: link,
      stratum: 'the area or tenure by which people were drawn',
      out_detail: 'more of the same reason',
    },
    erase: {
      does: 'blank',
      set: `household_id = ${homeAfter}, resident_id = null, out_detail = null`,
      why: 'Results stand: they need the age, area and tenure as they were, and not who it was.',
    },
  },
];
