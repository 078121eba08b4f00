/** From the ways SurveyJS JSON may be written to the one way we keep it. Changes no meaning; what it cannot tidy it leaves. */
import { idPattern, photoTypes } from './schema.ts';
import { defaultLanguage } from './takeapart.ts';

export type Json = Record<string, unknown>;
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Looks only; every channel has its own look, so these are left out without a word. */
const looks = {
  survey: ['showProgressBar', 'showQuestionNumbers', 'questionsOnPageMode', 'widthMode', 'showCompletedPage', 'width'],
  element: ['colCount', 'rows', 'autoGrow', 'startWithNewLine', 'placeholder', 'displayMode', 'minWidth', 'maxWidth'],
  /** How a browser takes and keeps a file; we have one way, and a limit of our own. */
  file: [
    'storeDataAsText',
    'waitForUpload',
    'allowImagesPreview',
    'sourceType',
    'maxSize',
    'imageHeight',
    'imageWidth',
    'needConfirmRemoveFile',
  ],
} as const;

const without = (object: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

function tidyChoice(choice: unknown): unknown {
  return typeof choice === 'string' || typeof choice === 'number' ? { value: choice, text: String(choice) } : choice;
}

const imageType = /^(?:image\/[a-z0-9*.+-]+|\.(?:jpe?g|png|webp|heic|heif|gif|bmp|tiff?|avif))$/;

/** A list of kinds of picture is a photo: which of them we can keep is said when one is sent. */
function tidyFile(file: Json): Json {
  const tidy = without(file, looks.file);
  const { acceptedTypes } = tidy;
  if (typeof acceptedTypes !== 'string') return tidy;
  const types = acceptedTypes.toLowerCase().split(/[\s,]+/);
  return types.every((type) => imageType.test(type)) ? { ...tidy, acceptedTypes: photoTypes } : tidy;
}

function tidyElement(element: unknown): unknown {
  if (!isObject(element)) return element;
  const tidy = without(element, looks.element);
  if (Array.isArray(tidy.choices)) tidy.choices = tidy.choices.map(tidyChoice);
  if (tidy.type === 'boolean') return { valueTrue: 'yes', valueFalse: 'no', ...tidy };
  if (tidy.type === 'rating') return { rateMin: 1, rateMax: 5, ...tidy };
  return tidy.type === 'file' ? tidyFile(tidy) : tidy;
}

/** Words by language, those of the source language as `default` however they were written. */
const byLanguage = (words: unknown, source: string): Json =>
  isObject(words)
    ? Object.fromEntries(Object.entries(words).map(([code, text]) => [code === source ? 'default' : code, text]))
    : { default: words };

/** Two texts as one, the first above the second, in every language that has either. */
function joined(first: unknown, second: unknown, source: string): unknown {
  if (typeof first === 'string' && typeof second === 'string') return `${first}\n${second}`;
  const [above, below] = [byLanguage(first, source), byLanguage(second, source)];
  const codes = [...new Set([...Object.keys(above), ...Object.keys(below)])];
  return Object.fromEntries(
    codes.map((code) => [code, [above[code], below[code]].filter((text) => text !== undefined).join('\n')]),
  );
}

const areWords = (value: unknown): boolean =>
  typeof value === 'string' || (isObject(value) && Object.values(value).every((text) => typeof text === 'string'));

/** The title of a page is the first of its words. */
function tidyWords(page: Json, source: string): Json {
  const { title, ...rest } = page;
  if (title === undefined || !areWords(title)) return page;
  if (rest.description === undefined) return { ...rest, description: title };
  return areWords(rest.description) ? { ...rest, description: joined(title, rest.description, source) } : page;
}

/** A name for each page, so that its words have a key: its own where it can be one and no other page has it. */
function named(pages: readonly Json[]): Json[] {
  const usable = ({ name }: Json): boolean => typeof name === 'string' && idPattern.test(name);
  const own = pages.map((page) => (usable(page) ? String(page.name) : null));
  const taken = new Set<string>();
  const free = (name: string) => !taken.has(name.toLowerCase());
  const kept = own.map((name) => {
    if (name === null || !free(name)) return null;
    taken.add(name.toLowerCase());
    return name;
  });
  return pages.map((page, place) => {
    const name = kept[place] ?? freshName(place + 1, free);
    taken.add(name.toLowerCase());
    return { ...page, name };
  });
}

function freshName(from: number, free: (name: string) => boolean): string {
  for (let number = from; ; number += 1) if (free(`page${number}`)) return `page${number}`;
}

const tidyPage = (page: Json, source: string): Json => ({
  ...tidyWords(page, source),
  ...(Array.isArray(page.elements) && { elements: page.elements.map(tidyElement) }),
});

/** The same survey with pages always there and named, choices always objects and looks left out. */
export function tidySurvey(json: Json): Json {
  const { elements, ...survey } = without(json, looks.survey);
  const pages: unknown[] = Array.isArray(survey.pages) ? survey.pages : [{ name: 'page1', elements }];
  const source = typeof survey.locale === 'string' ? survey.locale : defaultLanguage;
  return { ...survey, pages: pages.every(isObject) ? named(pages.map((page) => tidyPage(page, source))) : pages };
}
