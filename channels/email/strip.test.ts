import fc from 'fast-check';
import { expect, test } from 'vitest';
import cases from '../../test/cases/email/strip.json' with { type: 'json' };
import { replyMarker, replyMarkers } from './reply-words.ts';
import { stripReply } from './strip.ts';

test.each(cases)('$name', ({ text, words, forwarded }) => {
  const stripped = stripReply(text);
  expect(stripped.words).toBe(words);
  expect(stripped.forwarded).toBe(forwarded ?? false);
});

const written = (text: string) =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .sort();

test.each(cases)('loses no line: $name', ({ text }) => {
  const { words, cut } = stripReply(text);
  expect(written(`${words}\n${cut}`)).toEqual(written(text));
});

const line = fc.oneof(fc.constantFrom(...cases.flatMap(({ text }) => text.split('\n'))), fc.string({ maxLength: 30 }));

test('loses no line of anything, put together anyhow', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const text = lines.join('\n');
      const { words, cut } = stripReply(text);
      expect(written(`${words}\n${cut}`)).toEqual(written(text));
    }),
    { numRuns: 500 },
  );
});

test('every language that has a marker is cut at it', () => {
  for (const [language, marker] of Object.entries(replyMarkers)) {
    expect(replyMarker(language)).toBe(marker);
    expect(stripReply(`yes\n${marker}\nour words`).words).toBe('yes');
  }
  expect(replyMarker('so')).toBe(replyMarkers.en);
});

test.each([
  ['one line', 'On a '.repeat(400_000)],
  ['many quotes', '> a\n'.repeat(500_000)],
  ['many intros', 'On 1 May 2026 at 10:01 x <a@b>\n'.repeat(60_000)],
  ['many labels', 'From: a 10:01\n'.repeat(140_000)],
  ['blank lines', '\n'.repeat(2_000_000)],
  ['quotes and blanks', '>\n\n\n\n'.repeat(400_000)],
  ['phones', 'Sent from my phone\n'.repeat(100_000)],
  ['nested forwards', '---- Forwarded message ----\n'.repeat(70_000)],
])('two megabytes of %s lose nothing, and end', (_, text) => {
  const { words, cut } = stripReply(text);
  expect(written(`${words}\n${cut}`)).toEqual(written(text));
});
