import { countSegments } from '../../../channels/sms/segments.ts';
import type { ClaimedRow } from '../../../db/commands/claim.ts';
import { versionToLaunch } from '../../../db/queries/launch.ts';
import { type SamplePerson, samplePerson } from '../../../db/queries/wave-samples.ts';
import { type WaveRow, waveById } from '../../../db/queries/waves.ts';
import type { ContactChannel, StepChannel } from '../../../surveys/fieldwork/channel.ts';
import { dayWords, localDate } from '../../../surveys/fieldwork/dates.ts';
import { fullName } from '../../../surveys/fieldwork/person.ts';
import { stepDays } from '../../../surveys/fieldwork/step-days.ts';
import type { Format } from '../../../surveys/format.ts';
import { isLanguage, languages } from '../../../surveys/language.ts';
import { emailPage, emailText } from '../../../web/pages/email.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { type RenderContext, renderContext } from '../../work/render/context.ts';
import { surveyMail } from '../../work/render/email.ts';
import { letterWords, renderLetter } from '../../work/render/letter.ts';
import { renderText } from '../../work/render/text.ts';
import { choiceOf } from './choice.ts';
import { exampleRow } from './example.ts';
import { waysOf } from './ways.ts';

interface Message {
  step: number;
  channel: ContactChannel;
  language: string;
  format: Format;
  subject: string | null;
  words: string;
  html: string | null;
  segments: number | null;
}

const wayNames: Record<StepChannel, string> = {
  sms: 'text',
  email: 'email',
  post: 'letter',
  telephone: 'telephone call',
};

/** What each step would send to the nth person, in their language, by the same code that sends. Throws `not_found`. */
export async function sampleMessages(deps: Deps, id: string, place: number) {
  const wave = await waveById(deps.db, id);
  if (wave === null) throw problems.notFound('wave');
  const person = await samplePerson(deps.db, await choiceOf(deps, wave, wave.seed ?? id), place);
  const version = await versionToLaunch(deps.db, wave);
  if (person === null || version === null) return { people: person?.people ?? 0, name: '', sentence: '', messages: [] };
  const context = await renderContext(deps);
  const steps = wave.plan.steps.flatMap((step, index) => {
    const channel = waysOf(step, person)[0];
    return channel ? [{ index, channel, kind: step.kind }] : [];
  });
  const messages = await Promise.all(
    steps.flatMap(({ index, channel, kind }) =>
      channel === 'telephone' ? [] : [render(context, wave, version.id, person, { index, channel, kind })],
    ),
  );
  return { people: person.people, name: fullName(person), sentence: sentenceOf(deps, wave, person, steps), messages };
}

interface Step<C extends StepChannel = StepChannel> {
  index: number;
  channel: C;
  kind: string;
}

async function render(
  context: RenderContext,
  wave: WaveRow,
  versionId: string,
  person: SamplePerson,
  step: Step<ContactChannel>,
): Promise<Message> {
  const { language, format } = person;
  const row = exampleRow(wave, { versionId, language, format, kind: step.kind, step: step.index });
  const told = { step: step.index, channel: step.channel, language, format };
  if (step.channel === 'sms') {
    const words = await renderText(context, row, null);
    return { ...told, subject: null, words, html: null, segments: countSegments(words).segments };
  }
  if (step.channel === 'post')
    return { ...told, ...(await letterOf(context, row, person)), html: null, segments: null };
  const mail = await surveyMail(context, row, `${context.publicUrl}/u/example`);
  return {
    ...told,
    subject: mail.subject,
    words: emailText(mail),
    html: String(await emailPage(mail)),
    segments: null,
  };
}

/** The words of the letter, or why it could not be posted. */
async function letterOf(context: RenderContext, row: ClaimedRow, person: SamplePerson) {
  const { title, givenName, familyName, address, format } = person;
  const ready = await renderLetter(context, {
    ...row,
    versionId: row.versionId ?? '',
    meetingId: '',
    title,
    givenName,
    familyName,
    address,
    format,
  });
  if (!('letter' in ready)) return { subject: null, words: 'fault' in ready ? ready.fault : ready.withheld };
  return { subject: ready.letter.title, words: letterWords(ready.letter) };
}

/** "Mrs N Khan gets: Urdu text on 2 April at 10:00, then Urdu letter on 16 April.": as the calendar moves them. */
function sentenceOf({ clock }: Deps, wave: WaveRow, person: SamplePerson, steps: readonly Step[]): string {
  const today = localDate(clock.now().getTime(), wave.timeZone);
  const days = stepDays(wave, { zone: wave.timeZone, nation: wave.nation }, today);
  const name = isLanguage(person.language) ? languages[person.language].english : person.language;
  const parts = steps.map(({ index, channel }) => {
    const day = days[index];
    const on = day ? dayWords(channel === 'post' ? day.meantFor : day.on, today) : '';
    const at = channel === 'post' || !day?.at ? '' : ` at ${day.at}`;
    return `${name} ${wayNames[channel]} on ${on}${at}`;
  });
  return `${fullName(person)} gets: ${parts.join(', then ')}.`;
}
