import { groupList } from '../../../db/queries/groups.ts';
import { originalOf, outcomeList, paperFile } from '../../../db/queries/meetings.ts';
import { hideCodes } from '../../../surveys/fieldwork/code.ts';
import { answerThem } from '../../actions/comment/answer.ts';
import { mendComment } from '../../actions/comment/change.ts';
import { typeComment } from '../../actions/comment/type-in.ts';
import { createGroup } from '../../actions/group/create.ts';
import { addMember } from '../../actions/group/join.ts';
import { removeMember } from '../../actions/group/leave.ts';
import { listGroups, seeGroup } from '../../actions/group/see.ts';
import { addPaper } from '../../actions/meeting/add-paper.ts';
import { changeMeeting, planMeeting } from '../../actions/meeting/plan.ts';
import { removePaper } from '../../actions/meeting/remove-paper.ts';
import { seeMeeting } from '../../actions/meeting/see.ts';
import { sendPack } from '../../actions/meeting/send-pack.ts';
import { createOutcome } from '../../actions/outcome/create.ts';
import { problems } from '../../problem.ts';
import { groups } from '../contract/groups.ts';
import { attachment } from './file.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

export const groupRoutes = serve(groups, {
  'GET /api/v1/panels': async ({ deps }) => ({ items: await groupList(deps.db, 'panel') }),
  'GET /api/v1/groups': ({ deps }) => listGroups(deps),
  'POST /api/v1/groups': async ({ deps, actor }, { body }) => ({ id: await createGroup(deps, actor, body) }),
  'GET /api/v1/groups/{id}': ({ deps }, { params }) => seeGroup(deps, params.id),
  'POST /api/v1/groups/{id}/members': async ({ deps, actor }, { params, body }) => {
    await addMember(deps, actor, params.id, body);
    return ok;
  },
  'DELETE /api/v1/groups/{id}/members/{residentId}': async ({ deps, actor }, { params }) => {
    const who = { groupId: params.id, residentId: params.residentId };
    await removeMember(deps, actor, who, { reason: 'other', note: '', on: null });
    return ok;
  },
  'POST /api/v1/groups/{id}/meetings': async ({ deps, actor }, { params, body }) => ({
    id: await planMeeting(deps, actor, params.id, body),
  }),
  'GET /api/v1/meetings/{id}': ({ deps }, { params }) => seeMeeting(deps, params.id),
  'PUT /api/v1/meetings/{id}': async ({ deps, actor }, { params, body }) => {
    await changeMeeting(deps, actor, params.id, body);
    return ok;
  },
  'POST /api/v1/meetings/{id}/papers': async ({ deps, actor }, { params, body }) => ({
    id: await addPaper(deps, actor, params.id, body),
  }),
  'DELETE /api/v1/papers/{id}': async ({ deps, actor }, { params }) => {
    await removePaper(deps, actor, params.id);
    return ok;
  },
  'GET /api/v1/papers/{id}/file': async ({ deps }, { params }) => {
    const paper = await paperFile(deps.db, params.id);
    if (!paper) throw problems.notFound('paper');
    return attachment(paper.filename, paper.contentType, paper.content);
  },
  'POST /api/v1/meetings/{id}/send': async ({ deps, actor }, { params }) => ({
    recipients: await sendPack(deps, actor, params.id),
  }),
  'POST /api/v1/meetings/{id}/comments': async ({ deps, actor }, { params, body }) => ({
    id: await typeComment(deps, actor, params.id, body),
  }),
  'PATCH /api/v1/comments/{id}': async ({ deps, actor }, { params, body }) => {
    await mendComment(deps, actor, params.id, body);
    return ok;
  },
  'POST /api/v1/comments/answer': async ({ deps, actor }, { body }) => {
    await answerThem(deps, actor, body.ids, body.answer);
    return ok;
  },
  'GET /api/v1/comments/{id}/original': async ({ deps }, { params }) => {
    const original = await originalOf(deps.db, params.id);
    if (!original) throw problems.notFound('message');
    const { subject, body } = original;
    return { ...original, subject: subject && hideCodes(subject), body: hideCodes(body) };
  },
  'GET /api/v1/outcomes': async ({ deps }) => ({ items: await outcomeList(deps.db) }),
  'POST /api/v1/outcomes': async ({ deps, actor }, { body }) => ({ id: await createOutcome(deps, actor, body) }),
});
