import { expect, test } from 'vitest';
import { htmlToText } from './html-text.ts';

test.each([
  ['blocks are lines', '<p>One</p><div>Two<br>Three</div>', 'One\n\nTwo\nThree'],
  ['entities are letters', '&pound;&#163;&#xa3; &amp;lt; &lt;b&gt; it&#8217;s', '&pound;££ &lt; <b> it’s'],
  [
    'styles, scripts and comments are no words',
    '<style>p{}</style><script>x()</script><!-- no -->Yes<title>t</title>',
    'Yes',
  ],
  [
    'a blockquote is quoted',
    'Yes<blockquote>a<br>b<blockquote>c</blockquote></blockquote>No',
    'Yes\n> a\n> b\n>> c\nNo',
  ],
  ['list items have a dash', '<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
  ['a lone < is a word', '3 < 4 and 5 > 4', '3 < 4 and 5 > 4'],
  ['a tag never closed ends the text', 'a<b', 'a'],
  ['a style never closed hides the rest only', 'a<style>b', 'a'],
  ['nothing', '', ''],
])('%s', (_, html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test.each([
  ['open signs', '<'.repeat(1_000_000)],
  ['open styles', '<style>'.repeat(200_000)],
  ['comments', '<!--'.repeat(400_000)],
  ['deep quotes', '<blockquote>a'.repeat(100_000)],
  ['ampersands', '&'.repeat(1_000_000)],
])('a megabyte of %s ends', (_, html) => {
  expect(htmlToText(html).length).toBeLessThanOrEqual(html.length);
});
