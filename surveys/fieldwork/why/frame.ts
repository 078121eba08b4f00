import { type OutReason, type OutsideField, outReasons } from '../audience.ts';
import { audienceFields, fieldCodes } from '../audience-fields.ts';
import { plusDays } from '../dates.ts';
import type { WhyFacts } from './facts.ts';
import { because, doNotContact, type Found, type Rule, type Say, stopWords } from './say.ts';

type Detail = NonNullable<WhyFacts['frame']>['outDetail'];
const onDate = (detail: Detail, say: Say) => (detail.on ? ` on ${say.date(detail.on)}` : '');

const notOnList = (facts: WhyFacts, say: Say, reason: string): Found => {
  const when = facts.wave.launchedAt === null ? '' : ` on ${say.day(facts.wave.launchedAt)}`;
  return because(
    'not_on_list',
    say.gotNothing,
    `${say.she} was not on the list when the wave was launched${when}: ${reason}.`,
  );
};

type FrameWords = (facts: WhyFacts, detail: Detail, say: Say) => Found;

const outsideWords = Object.fromEntries(
  fieldCodes.map((field): [string, FrameWords] => [
    `outside_${field}`,
    (facts, _, say) => notOnList(facts, say, `${say.she} ${audienceFields[field].told}`),
  ]),
) as Record<OutsideField, FrameWords>;

const frameWords: Record<OutReason, FrameWords> = {
  left: (facts, detail, say) => notOnList(facts, say, `${say.she} had left${onDate(detail, say)}`),
  not_in_panel: (facts, _, say) => notOnList(facts, say, `${say.she} is not in ${panelWords(facts.wave.panelName)}`),
  outside_areas: (facts, _, say) => notOnList(facts, say, `${say.she} lives outside the chosen areas`),
  outside_tenures: (facts, _, say) => notOnList(facts, say, `${say.herOwn} home has another tenure`),
  ...outsideWords,
  do_not_contact: (_, detail, say) =>
    doNotContact(detail.by ?? null, detail.on ? say.date(detail.on) : null, detail.note ?? null, say),
  stopped: (_, detail, say) => stopWords(detail.ending ?? null, detail.on ? say.date(detail.on) : null, say),
  on_break: (_, detail, say) =>
    because('stop', say.gotNothing, `${say.she} asked for a break${detail.on ? ` until ${say.date(detail.on)}` : ''}.`),
  no_way: (_, detail, say) =>
    because(
      'no_way',
      say.gotNothing,
      `we have no way that works: ${detail.note ?? 'nothing held'}.`,
      '',
      'mend_address',
    ),
  household_counted: (facts, detail, say) =>
    because(
      'household_counted',
      say.gotNothing,
      `someone in ${say.herOwn} home already answered ${detail.survey ?? facts.wave.name}${onDate(detail, say)}. It asks one person in each home.`,
    ),
  asked_before: (_, detail, say) =>
    because(
      'rest',
      say.gotNothing,
      `${say.she} was asked by ${detail.survey ?? 'a wave before'}${onDate(detail, say)}, and this one asked other people.`,
    ),
  regulator_first: (_, detail, say) =>
    because(
      'rest',
      say.gotNothing,
      `${detail.survey ?? "the regulator's survey"} was asking ${say.herOwn} home, and what the regulator counts comes first.`,
    ),
  after_service: (_, detail, say) =>
    because(
      'rest',
      say.gotNothing,
      `${say.she} was asked by ${detail.survey ?? 'a survey about a service'}${onDate(detail, say)}. After one about a service we leave ${detail.note ?? 'some'} days before we ask what people think of us.`,
    ),
  asked_recently: (facts, detail, say) => rested(facts, detail, say),
  asked_often: (_, detail, say) =>
    because(
      'rest',
      say.gotNothing,
      `${say.she} had been asked by ${detail.note ?? 'several'} surveys lately, the last one${onDate(detail, say)}, and is left in peace for a while.`,
    ),
  another_in_home: (facts, _, say) =>
    because(
      'household_counted',
      say.gotNothing,
      `someone else in ${say.herOwn} home was asked. ${facts.wave.name} asks one person in each home.`,
    ),
};

const panelWords = (name: string | null) =>
  name === null ? 'the panel' : /^(the|our) /i.test(name) ? name : `the ${name}`;

function rested({ wave }: WhyFacts, detail: Detail, say: Say): Found {
  const asked = `${say.she} was asked about ${detail.survey ?? 'something else'}${onDate(detail, say)}.`;
  const again = detail.on ? ` ${say.She} can be asked from ${say.date(plusDays(detail.on, wave.restDays))}.` : '';
  return because('rest', say.gotNothing, `${asked} We leave ${wave.restDays} days between surveys.${again}`);
}

/** The reason recorded when the frame was frozen, or why there is no row at all. */
export const frozen: Rule = (facts, say) => {
  if (facts.wave.launchedAt === null) return null;
  if (facts.frame === null) {
    const reason =
      facts.movedInOn === null
        ? `we did not hold ${say.her} then`
        : `${say.she} moved in on ${say.date(facts.movedInOn)}`;
    return notOnList(facts, say, reason);
  }
  const { outReason, outDetail } = facts.frame;
  return outReason === null || !outReasons.includes(outReason) ? null : frameWords[outReason](facts, outDetail, say);
};

/** In the frame, not in the sample. */
export const notDrawn: Rule = ({ frame, wave }, say) =>
  frame === null || frame.outReason !== null || frame.sampled
    ? null
    : because(
        'not_drawn',
        say.gotNothing,
        `${say.she} was not drawn. We asked ${count(wave.asked)} of ${count(wave.inFrame)} people, picked at random.`,
      );

const count = (n: number) => n.toLocaleString('en-GB');
