import type { Db } from '../../../db/connect.ts';
import type { AudienceGroup } from '../../../db/queries/audience.ts';
import { editionsOf, type VersionToLaunch } from '../../../db/queries/launch.ts';
import { approvedBefore, type EarlierEdition } from '../../../db/queries/translations.ts';
import type { WaveRow } from '../../../db/queries/waves.ts';
import { dayWords, localDate } from '../../../surveys/fieldwork/dates.ts';
import type { EditionGap } from '../../../surveys/fieldwork/launch.ts';
import type { PlanStep } from '../../../surveys/fieldwork/plan.ts';
import { type Format, isFormat, isOwnFormat } from '../../../surveys/format.ts';
import { isLanguage, type Language } from '../../../surveys/language.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { changedSince } from '../../../surveys/questionnaire/translation/changed.ts';
import { ownGaps } from '../edition/gaps.ts';
import { waysOf } from './ways.ts';

/** "question 7 changed on 3 May": what the approved words of an earlier version do not say of this one. */
function detailOf({ compiled, sourceTexts, publishedAt }: VersionToLaunch, before: EarlierEdition, today: string) {
  const changed = changedSince(before.sourceTexts, { compiled, texts: sourceTexts });
  const day = localDate(publishedAt.getTime(), 'Europe/London');
  return changed === null ? null : `${changed} on ${dayWords(day, today)}`;
}

interface Made {
  drafted: boolean;
  before: EarlierEdition | undefined;
}

function gapOf(
  language: Language,
  format: Format,
  version: VersionToLaunch,
  { drafted, before }: Made,
  today: string,
): EditionGap {
  const instead = { language: phraseLanguage(version.sourceLanguage), format };
  const gap = { language, format, people: 0, instead };
  if (before) return { ...gap, why: 'out_of_date', detail: detailOf(version, before, today) };
  return { ...gap, why: drafted ? 'not_approved' : 'not_translated', detail: null };
}

interface GapsAsked {
  version: VersionToLaunch;
  asked: readonly AudienceGroup[];
  wave: WaveRow;
  today: string;
}

const isPosted = (step: PlanStep, group: AudienceGroup): boolean =>
  waysOf(step, group)[0] === 'post' && (step.formats === null || step.formats.includes(group.format));

/** What of print is not approved in a language, and what of easy read, braille and audio cannot go by post; with why, and what people get instead. */
export async function editionGaps(db: Db, { version, asked, wave, today }: GapsAsked): Promise<EditionGap[]> {
  const posted = asked.filter((group) => wave.plan.steps.some((step) => isPosted(step, group)));
  return [...(await printGaps(db, version, asked, today)), ...(await ownGaps(db, version.id, posted, today))];
}

/** Languages people asked for that no person has approved in this version. */
async function printGaps(
  db: Db,
  version: VersionToLaunch,
  asked: readonly AudienceGroup[],
  today: string,
): Promise<EditionGap[]> {
  const editions = await editionsOf(db, version.id);
  const earlier = await approvedBefore(db, version.id);
  const wanted = new Map<string, EditionGap>();
  for (const { language, format, count } of asked) {
    if (!isLanguage(language) || !isFormat(format) || isOwnFormat(format)) continue;
    if (language === version.sourceLanguage) continue;
    const inLanguage = editions.filter((edition) => edition.language === language);
    if (inLanguage.some(({ approved }) => approved)) continue;
    const before = earlier.find((one) => one.language === language);
    const made = { drafted: inLanguage.length > 0, before };
    const gap = wanted.get(`${language} ${format}`) ?? gapOf(language, format, version, made, today);
    wanted.set(`${language} ${format}`, { ...gap, people: gap.people + count });
  }
  return [...wanted.values()];
}
