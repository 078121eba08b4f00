import { expect, test } from 'vitest';
import { createCompiler } from '../../channels/post/compile.node.ts';
import { scriptOf } from '../../channels/post/scripts.ts';
import { languageCodes } from '../../surveys/language.ts';
import { phrase } from '../../surveys/locales/phrases.ts';
import { ems } from '../../surveys/questionnaire/translation/letter-line.ts';

const compiler = createCompiler();

/** Widths in ems as Typst sets them, of many words at once. */
function printed(words: readonly string[], fonts: readonly string[], weight: 'regular' | 'bold'): number[] {
  const main = `#let asked = json(bytes(sys.inputs.words))
    #context [#metadata(asked.words.map(w => measure(text(size: 100pt, font: asked.fonts, weight: "${weight}", hyphenate: false, w)).width.pt() / 100))<widths>]`;
  const { result } = compiler.compile({ mainFileContent: main, inputs: { words: JSON.stringify({ words, fonts }) } });
  if (!result) throw new Error('Typst set nothing.');
  const [found] = compiler.query(result, { selector: '<widths>', field: 'value' }) as number[][];
  return found ?? [];
}

const keys = ['form.one', 'form.all', 'form.number', 'form.date', 'form.written', 'page.question.skip'] as const;

test.each(languageCodes)('words in %s are worked out no narrower than they are printed', (language) => {
  const words = keys.map((key) => phrase(language, key));
  for (const weight of ['regular', 'bold'] as const) {
    const real = printed(words, scriptOf(language)?.fonts ?? [], weight);
    const ratios = words.map((one, at) => ems(one, language, weight) / (real[at] ?? 0));
    expect(Math.min(...ratios)).toBeGreaterThan(0.98);
    expect(Math.max(...ratios)).toBeLessThan(language === 'ur' ? 1.5 : 1.25);
  }
});
