import { expect, test } from 'vitest';
import cases from '../../../test/cases/inspection.json' with { type: 'json' };
import { instruments } from '../../instruments/instruments.ts';
import { lockProblems } from '../../instruments/locks.ts';
import { compile } from '../compile.ts';
import { type Around, draftOf } from './draft.ts';
import { inspect, mend, rules } from './inspect.ts';

/** Parts as the alphabet of GSM counts them: 153 letters a part, 67 where one letter is not in it. */
function countText(words: string) {
  const forcing = [
    ...new Set([...words].filter((letter) => !/[A-Za-z0-9 \r\n@£$!"#%&'()*+,\-./:;<=>?_]/.test(letter))),
  ];
  const [single, part] = forcing.length === 0 ? [160, 153] : [70, 67];
  const segments = words.length <= single ? 1 : Math.ceil(words.length / part);
  return { segments, forcing, pence: segments * 2.4 };
}

interface Case {
  survey: object;
  phone?: string;
  owner?: null;
  says: string[];
  mended?: object;
}

const around = ({ phone = '01632 960123', owner }: Partial<Case> = {}): Around => ({
  locked: new Set(),
  phone,
  owner: owner === null ? null : 'Priya Shah',
  countText,
});
const found = (one: Case) => inspect(draftOf(compile(one.survey), around(one)));
const all = Object.entries(cases as Record<string, Case[]>).flatMap(([code, each]) =>
  each.map((one, index) => [`${code} ${index + 1}`, code, one] as const),
);

test.each(Object.keys(rules))('the rule %s has cases', (rule) => {
  expect(Object.keys(cases)).toContain(rule);
});

test.each(all)('%s', (_name, code, one) => {
  expect(
    found(one)
      .filter((finding) => finding.code === code)
      .map(({ sentence }) => sentence),
  ).toEqual(one.says);
});

test.each(all.filter(([, , { says }]) => says.length > 0))(
  '%s is mended by its button, and by nothing else',
  (_name, code, one) => {
    const [first] = found(one).filter((finding) => finding.code === code);
    const mended = mend(compile(one.survey), first ?? expect.fail('nothing found'));
    if (first?.fix === null) return expect(mended).toBeNull();
    expect(
      inspect(draftOf(compile(mended), around(one))).map(({ code: left, where }) => [left, where]),
    ).not.toContainEqual([code, first?.where]);
    if (one.mended) expect({ elements: mended?.pages.flatMap(({ elements }) => elements) }).toMatchObject(one.mended);
  },
);

test.each(instruments.map((each) => [each.id, each] as const))('nothing stops %s as it is', (_id, instrument) => {
  const compilation = compile(instrument.survey);
  expect([...compilation.problems, ...lockProblems(instrument, compilation)]).toEqual([]);
  const findings = inspect(draftOf(compilation, around()));
  expect(findings.filter(({ level }) => level === 'stops')).toEqual([]);
});
