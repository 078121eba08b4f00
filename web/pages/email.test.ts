import { expect, test } from 'vitest';
import { emailPage, emailText, linkBlock, linkMark, type Mail } from './email.ts';

const mail = (language: Mail['language']): Mail => ({
  language,
  subject: 'A <subject>',
  blocks: [
    { kind: 'text', text: 'Hello & welcome <b>' },
    { kind: 'button', text: 'Answer now', url: 'https://ask.example.org/s/1?a=1&b=2' },
    linkBlock(`To stop emails like this: ${linkMark}.`, 'https://ask.example.org/u/abc'),
    { kind: 'list', items: ['1. Damp', '2. Bins'] },
    { kind: 'small', text: 'Millbrook Homes' },
  ],
});

test('a mail is whole HTML in its language and direction, with nothing to fetch', async () => {
  const page = String(await emailPage(mail('ur')));
  expect(page).toMatch(/^<!doctype html>\s*<html lang="ur" dir="rtl">/);
  expect(page).toContain('Hello &amp; welcome &lt;b&gt;');
  expect(page).toContain('href="https://ask.example.org/s/1?a=1&amp;b=2"');
  expect(page).not.toMatch(/<img|src=|<script|<style|url\(|<i>|<em>/);
});

test('no letter of a mail is under 16 pixels, 12 points', async () => {
  const sizes = [...String(await emailPage(mail('en'))).matchAll(/font-size:(\d+)px/g)].map(([, size]) => Number(size));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
});

test('the plain text says the same', () => {
  expect(emailText(mail('en'))).toBe(
    'Hello & welcome <b>\n\nAnswer now: https://ask.example.org/s/1?a=1&b=2\n\nTo stop emails like this: https://ask.example.org/u/abc.\n\n1. Damp\n2. Bins\n\nMillbrook Homes\n',
  );
});
