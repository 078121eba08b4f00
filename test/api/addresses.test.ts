import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { browser } from '../support/resident.ts';
import { putLandlord, putSurvey } from '../support/survey.ts';

test(
  'the bare address leads to the code page; a mistyped one is told kindly to a browser and as a problem to a program',
  withRollback(async (db) => {
    await putLandlord(db);
    const deps = testDeps({ db });
    expect((await browser(deps).get('/')).text).toContain('Answer a survey');
    const app = createApp(deps, { assets: async () => null, addressOf: () => '192.0.2.1' });
    const ask = (path: string, accept: string) => app.request(`http://localhost:8080${path}`, { headers: { accept } });
    const page = await ask('/surveys', 'text/html,application/xhtml+xml,*/*;q=0.8');
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('We cannot find that page');
    for (const [path, accept] of [
      ['/surveys', '*/*'],
      ['/api/v1/nothing', 'text/html'],
    ] as const) {
      const problem = await ask(path, accept);
      expect(problem.status).toBe(404);
      expect(await problem.json()).toMatchObject({ code: 'not_found' });
    }
  }),
);

test(
  'an answer that is far too long is told so, above the box and beyond what is taken',
  withRollback(async (db) => {
    const { people } = await putSurvey(db);
    const me = browser(testDeps({ db }));
    const path = `/s/${people[0]!.code}`;
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    const long = await me.post(path, { question: 'words', answer: 'x'.repeat(2_000_000), action: 'save' });
    expect(long.status).toBe(422);
    const said = 'Your answer is 1996000 letters too long. Make it shorter, or send the rest to us by phone or post.';
    expect(long.text).toContain(said);
    expect(long.html.indexOf(said)).toBeLessThan(long.html.indexOf('<textarea'));
    const huge = await me.post(path, { question: 'words', answer: 'x'.repeat(2 * 1024 * 1024), action: 'save' });
    expect(huge.status).toBe(413);
    expect(huge.text).toContain('Your answer is too long');
    expect(huge.text).toContain('Answers you have sent are safe.');
    expect((await db`select interview from responses`)[0]!.interview.answers.stairs.value).toBe('ok');
  }),
);
