import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { defaultPlan } from '../../surveys/fieldwork/default-plan.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { makeWorld, officer, panelId, seePrinter } from '../work/world.ts';

const survey = (why: string) => ({
  pages: [
    {
      elements: [
        { type: 'comment', name: 'how', title: { default: 'How?', ur: 'کیسے؟' } },
        { type: 'comment', name: 'why', title: { default: why, ur: 'کیوں؟' } },
      ],
    },
  ],
});

/** A published questionnaire with Urdu approved, planned as a wave to one person who reads Urdu. */
async function planned(db: Db) {
  const deps = testDeps({ db, newId: () => crypto.randomUUID() });
  await makeWorld(db, [{ language: 'ur' }]);
  await seePrinter(db, deps.clock.now());
  const call = caller(as(deps, officer));
  const made = await call('POST /api/v1/questionnaires', {
    body: { name: 'Panel', from: { surveyjs: survey('Why?') } },
  });
  const { id: questionnaireId } = made.body as { id: string };
  const publish = (revision: number) =>
    call(`POST /api/v1/questionnaires/${questionnaireId}/publish`, { body: { revision } });
  await publish(1);
  await call(`POST /api/v1/questionnaires/${questionnaireId}/approve`, { body: { language: 'ur' } });
  const campaign = await call('POST /api/v1/campaigns', { body: { name: 'Panel', quorum: 0, questionnaireId } });
  const wave = await call('POST /api/v1/waves', {
    body: {
      name: 'Autumn',
      campaignId: (campaign.body as { id: string }).id,
      questionnaireId,
      audience: { panelId },
      plan: defaultPlan,
      sampleSize: null,
      opensOn: '2026-11-23',
      closesOn: '2026-12-18',
    },
  });
  const { id: waveId } = wave.body as { id: string };
  const told = async () => {
    const { body } = await call(`GET /api/v1/waves/${waveId}/check`);
    return (body as { checks: { sentence: string; link: string }[] }).checks;
  };
  const checks = async () => (await told()).map(({ sentence }) => sentence);
  const links = async () => (await told()).map(({ link }) => link);
  return { call, questionnaireId, publish, checks, links };
}

test(
  'a language whose source changed is out of date: the officer is told before launch, with what changed and when',
  withRollback(async (db) => {
    const { call, questionnaireId, publish, checks, links } = await planned(db);
    expect(await checks()).toEqual([]);
    await call(`PUT /api/v1/questionnaires/${questionnaireId}/surveyjs`, {
      body: { revision: 1, surveyjs: survey('What for?') },
    });
    await publish(2);
    expect(await checks()).toEqual([
      'Urdu is out of date: question 2 changed on 23 November. 1 person would get English.',
    ]);
    expect(await links()).toEqual([`/console/questionnaires/${questionnaireId}/languages`]);
    const row = { key: 'q.why.title', source: 'What for?', text: 'کیوں؟' };
    const approve = `POST /api/v1/questionnaires/${questionnaireId}/languages/ur/approve`;
    expect(await call(approve, { body: { texts: [row] } })).toMatchObject({ body: { edition: 'approved' } });
    expect(await checks()).toEqual([]);
  }),
);

test(
  'phrases nobody read block a real landlord until a person approves those very words',
  withRollback(async (db) => {
    const { call, checks } = await planned(db);
    await db`update landlord set demo = false`;
    expect(await checks()).toContainEqual(expect.stringMatching(/^Urdu: \d+ phrases are not approved by a person\.$/));
    const { hash } = (await call('GET /api/v1/phrases/ur')).body as { hash: string };
    await call('POST /api/v1/phrases/ur/approve', { body: { hash } });
    expect((await checks()).filter((sentence) => sentence.includes('phrase'))).toEqual([]);
    await db`update phrase_approvals set hash = 'earlier', phrases = phrases - 'page.frame.help'`;
    expect(await checks()).toContainEqual('Urdu: 1 phrase is not approved by a person.');
  }),
);
