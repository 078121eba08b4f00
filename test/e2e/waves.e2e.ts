import { answerAll } from './answers.ts';
import { expect, expectAccessible, type Page, test } from './base.ts';

const day = (ahead: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(Date.now() + ahead * 86_400_000));
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const api = async <T>(page: Page, path: string, data?: object): Promise<T> => {
  const headers = { origin: new URL(page.url()).origin };
  const answer = await (data === undefined
    ? page.request.get(`/api/v1/${path}`)
    : page.request.post(`/api/v1/${path}`, { data, headers }));
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
};
interface Named {
  id: string;
  name: string;
}

/** Invite by email on the first day, remind by text a week later, by letter after two. */
const mixedPlan = {
  steps: [
    { day: 0, channels: ['email', 'sms', 'post'], kind: 'invitation' },
    { day: 7, channels: ['sms', 'email', 'post'], kind: 'reminder' },
    { day: 14, channels: ['post'], kind: 'reminder' },
  ],
};

/** Plans a wave of some of one area whose campaign asks for a second person. Gives its address. */
async function planWave(page: Page, name: string, { panel, opensIn }: { panel: boolean; opensIn: number }) {
  const { items: sets } = await api<{ items: Named[] }>(page, 'questionnaires');
  const questionnaire = sets.find((set) => (panel ? /every quarter/ : /satisfaction|tenant/i).test(set.name));
  const questionnaireId = questionnaire?.id ?? '';
  const unit = panel ? 'person' : 'household';
  const campaign = await api<Named>(page, 'campaigns', { name: `${name} campaign`, quorum: 1, unit, questionnaireId });
  const { id } = await api<Named>(page, 'waves', {
    name,
    campaignId: campaign.id,
    questionnaireId,
    audience: { areas: ['Hillside'], restDays: 0 },
    plan: mixedPlan,
    sampleSize: 30,
    opensOn: day(opensIn),
    closesOn: day(25),
  });
  return `/console/waves/${id}`;
}

/** Answers as a browser without script would: the first of each choice, everything else skipped, to the end. */
async function answerByForms(page: Page, link: string): Promise<void> {
  for (let step = 0; step < 12; step++) {
    const words = await (await page.request.get(link)).text();
    const question = /name="question" value="([^"]+)"/.exec(words)?.[1];
    if (question === undefined || words.includes('/about"')) return;
    const answer = /name="answer" value="([^"]+)"/.exec(words)?.[1];
    const form: Record<string, string> =
      answer === undefined ? { question, action: 'skip' } : { question, answer, action: 'save' };
    await page.request.post(link, { form, maxRedirects: 0 });
  }
}

test('fieldwork: two waves with a mixed plan, a second person, a board that moves, one cell, pause, close, prize', async ({
  as,
  onPhone,
}) => {
  // Longer than the other journeys: two waves and two people.
  test.setTimeout(120_000);
  const officer = await as('officer');
  const administrator = await as('administrator');
  const annual = await planWave(officer, 'Annual survey, Hillside', { panel: false, opensIn: 1 });
  const panel = await planWave(officer, 'Quarter in Hillside', { panel: true, opensIn: -1 });

  await test.step('the plan tells reach and cost, and what can be won', async () => {
    for (const address of [annual, panel]) {
      await officer.goto(address);
      await expect(heading(officer)).toHaveText(/^Plan: /);
      await expect(officer.getByText(/30 asked of/).first()).toBeVisible();
      await expect(officer.getByText(/About £\d/).first()).toBeVisible();
    }
    await expectAccessible(officer);
    await officer.getByRole('link', { name: 'Set a prize' }).click();
    await officer.getByLabel('What can be won').fill('a £25 shopping voucher');
    await officer.getByLabel('Last day to enter').fill(day(-1));
    await expectAccessible(officer);
    await officer.getByRole('button', { name: 'Save the prize' }).click();
    await expect(officer.getByText('a £25 shopping voucher')).toBeVisible();
  });

  await test.step('a second person approves, and it is launched', async () => {
    await administrator.goto(panel);
    await administrator.getByRole('button', { name: 'Approve this launch' }).click();
    await expect(administrator.getByText('1 of 1 approved.')).toBeVisible();
    await officer.goto(`${panel}/plan/launch`);
    const read = officer.getByRole('checkbox', { name: /I have read/ });
    const launch = officer.getByRole('button', { name: /^Launch to 30 people/ });
    await expect(launch).toBeVisible();
    if (await read.isVisible()) await read.check();
    await launch.click();
    await expect(officer.getByText(/^0 of 30 answered/)).toBeVisible();
    await expectAccessible(officer);
  });

  await test.step('residents answer, and the board moves by itself', async () => {
    const messages = () => officer.getByRole('table', { name: 'Messages by the way they go' });
    await officer.goto(`${panel}/messages`);
    await expect(messages().getByRole('row', { name: /^Email 0 0 [1-9]/ })).toBeVisible({ timeout: 20_000 });
    await officer.goto(panel);
    await expect(officer.getByText(/^0 of 30 answered/)).toBeVisible();
    const { items } = await api<{ items: { language: string; body: string }[] }>(officer, 'practice/messages?limit=60');
    const links = [...new Set(items.flatMap(({ body }) => body.match(/\/s\/\d{12}/g) ?? []))];
    const resident = await onPhone();
    let answered = 0;
    for (const link of links) {
      if (answered === 3) break;
      const words = await (await resident.request.get(link)).text();
      if (!words.includes('of up to 8')) continue;
      if (answered > 0) await answerByForms(resident, link);
      else {
        await resident.goto(link);
        await answerAll(resident, async () => {});
      }
      answered += 1;
    }
    expect(answered).toBe(3);
    // Nobody reloads: the page asks again by itself.
    await expect(officer.getByText(/^3 of 30 answered/)).toBeVisible({ timeout: 20_000 });
  });

  await test.step('who is heard, and the next step for one cell', async () => {
    await officer.goto(`${panel}/board?by=tenure`);
    await expect(officer.getByRole('table', { name: 'Tenure' })).toBeVisible();
    await officer.getByLabel('Crossed with').selectOption({ label: 'Age' });
    await expect(officer.getByRole('table', { name: 'Tenure by Age' })).toBeVisible();
    await expectAccessible(officer);
    const ask = officer.getByRole('button', { name: /^Ask \d+ more/ }).first();
    await ask.click();
    await expect(officer.getByRole('dialog')).toBeVisible();
    await expect(officer.getByText(/drawn at random from/)).toBeVisible();
    await expectAccessible(officer);
    await officer.getByRole('button', { name: /^Send to \d/ }).click();
    await expect(officer.getByRole('dialog')).toBeHidden();
    await expect(officer.getByText(/^Sent to \d+ (person|people)/)).toBeAttached();
    await officer.goto(`${panel}/cost`);
    await expect(officer.getByRole('table', { name: 'Spent by the way messages go' })).toBeVisible();
    await expectAccessible(officer);
  });

  await test.step('it pauses, goes on and closes', async () => {
    await officer.getByRole('button', { name: 'Pause sending' }).click();
    await officer.getByRole('button', { name: 'Go on sending' }).click();
    await officer.getByRole('button', { name: 'Close', exact: true }).click();
    await officer.getByRole('button', { name: 'Close the wave now' }).click();
    await expect(officer.getByText(/^Closed on/)).toBeVisible();
  });

  await test.step('the prize is drawn, once, and can be checked', async () => {
    await officer.getByRole('link', { name: 'Prize draw' }).click();
    await officer.getByRole('textbox', { name: 'Find', exact: true }).fill('a');
    await officer.getByRole('button', { name: 'Find to add' }).click();
    await officer
      .getByRole('button', { name: /^Put .* in$/ })
      .first()
      .click();
    await expect(officer.getByText(/1 who entered by themselves/)).toBeVisible();
    await officer.getByRole('button', { name: 'Draw the prize' }).click();
    await officer.getByRole('button', { name: 'Draw 1 winner' }).click();
    await expect(officer.getByRole('table', { name: 'Winners and reserves' })).toBeVisible();
    await expect(officer.getByRole('button', { name: 'Draw the prize' })).toHaveCount(0);
    await expect(officer.getByRole('link', { name: 'Download the list' })).toBeVisible();
    await expectAccessible(officer);
  });
});
