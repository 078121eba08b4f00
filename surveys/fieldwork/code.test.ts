import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupCode, hideCodes, isCode, newCode, readCode } from './code.ts';
import { generator } from './sampling.ts';

const codes = fc.string().map((seed) => newCode(generator(seed)));

test('the published example of the check digit: 572 has 4', () => {
  expect(isCode('000000005724')).toBe(true);
});

test('a new code is one, and every wrong digit and every swap is found', () => {
  fc.assert(
    fc.property(codes, fc.nat(11), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
      expect(readCode(groupCode(code))).toBe(code);
      const digits = [...code].map(Number);
      const wrong = digits.with(at, ((digits[at] ?? 0) + by) % 10).join('');
      expect(isCode(wrong)).toBe(false);
      const [a = 0, b = 0] = [digits[at], digits[(at + 1) % 12]];
      if (at < 11 && a !== b)
        expect(
          isCode(
            digits
              .with(at, b)
              .with(at + 1, a)
              .join(''),
          ),
        ).toBe(false);
    }),
  );
});

test('any script and any spacing is read', () => {
  const code = newCode(generator('x'));
  const inScript = (zero: number) => [...code].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
  for (const zero of [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xff10])
    expect(readCode(` ${inScript(zero)} `)).toBe(code);
  expect(readCode(`${code.slice(0, 4)}-${code.slice(4, 8)}–${code.slice(8)}`)).toBe(code);
  expect(readCode('12345')).toBeNull();
  expect(readCode('hello')).toBeNull();
});

test('codes are hidden in the words that are kept, telephone numbers are not', () => {
  const code = newCode(generator('y'));
  const words = `go to https://ask.example.org/s/${code} or type ${groupCode(code)} or ring 01632 960123`;
  expect(hideCodes(words)).toBe(
    'go to https://ask.example.org/s/•••• •••• •••• or type •••• •••• •••• or ring 01632 960123',
  );
});

test('the ends of personal links are hidden too, and addresses of pages are not', () => {
  const token = '0123456789abcdef0123456789abcdef';
  const words = `https://ask.example.org/p/${token} https://ask.example.org/u/${token}\nhttps://ask.example.org/g/${token}.`;
  expect(hideCodes(words)).toBe(
    'https://ask.example.org/p/•••• https://ask.example.org/u/••••\nhttps://ask.example.org/g/••••.',
  );
  expect(hideCodes('see https://ask.example.org/privacy or /g/papers')).toBe(
    'see https://ask.example.org/privacy or /g/papers',
  );
});
