/** Tags that end a line. */
const blocks = new Set([
  'p',
  'div',
  'br',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'hr',
  'section',
  'article',
]);
/** Tags whose content is not words. */
const silent = new Set(['style', 'script', 'head', 'title', 'template', 'noscript']);
/** How Outlook marks where the mail answered begins. */
const outlookQuote = /\bid\s*=\s*["']?(?:divRplyFwdMsg|appendonsend|x_divRplyFwdMsg)/i;

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rlm: '',
  lrm: '',
  zwnj: '\u200c',
  zwj: '\u200d',
};

/** The line Outlook writes in plain text; our stripping knows it. */
const ORIGINAL_MESSAGE = '-----Original Message-----';

/**
 * The words of an HTML mail, for reading replies and not for show: a line for each block, `>` before what a blockquote holds.
 * Takes any markup, broken too; time grows with its length only.
 */
export function htmlToText(html: string): string {
  const writer = new Writer();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    writer.words(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    at = skipTag(html, open, writer);
  }
  return writer.text();
}

/** Handles the tag or comment that begins at `open`; gives the place after it. */
function skipTag(html: string, open: number, writer: Writer): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  if (html.startsWith('<!', open)) return after(html, '>', open);
  const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 30));
  if (!tag) {
    writer.words('<');
    return open + 1;
  }
  const end = after(html, '>', open);
  const [, slash, written = ''] = tag;
  const name = written.toLowerCase();
  if (silent.has(name) && slash === '') return afterElement(html, name, end);
  writer.tag(name, slash === '', html.slice(open, end));
  return end;
}

const after = (html: string, wanted: string, from: number): number => {
  const at = html.indexOf(wanted, from);
  return at < 0 ? html.length : at + wanted.length;
};

/** The place after `</name>`, or the end when it is never closed. */
function afterElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  close.lastIndex = from;
  return close.exec(html) ? close.lastIndex : html.length;
}

class Writer {
  #lines: string[] = [];
  #line = '';
  #depth = 0;

  words(text: string): void {
    this.#line += decode(text).replace(/[ \t\r\n]+/g, ' ');
  }

  tag(name: string, opens: boolean, source: string): void {
    if (name === 'blockquote') {
      if (this.#line.trim() !== '') this.#break();
      this.#line = '';
      this.#depth = Math.max(0, this.#depth + (opens ? 1 : -1));
      return;
    }
    if (!blocks.has(name)) return;
    if (this.#line.trim() !== '' || name === 'br') this.#break();
    else this.#line = '';
    if (opens && outlookQuote.test(source)) this.#lines.push(ORIGINAL_MESSAGE);
    if (name === 'p' && !opens) this.#lines.push(this.#quoted(''));
    if (name === 'li' && opens) this.#line = '- ';
  }

  text(): string {
    this.#break();
    return this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  #break(): void {
    this.#lines.push(this.#quoted(this.#line.trim()));
    this.#line = '';
  }

  #quoted(line: string): string {
    return this.#depth === 0 ? line : `${'>'.repeat(Math.min(this.#depth, 9))} ${line}`;
  }
}

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
