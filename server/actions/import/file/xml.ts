/** Just enough XML for workbooks: their elements are flat, and a name may carry a prefix. */

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities and the `_x000D_` that spreadsheets write, resolved. */
export function unescapeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return entities[name] ?? whole;
        return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
      })
    : text;
  const resolved = plain.includes('_x')
    ? plain.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain;
  return resolved.includes('\0') ? resolved.replaceAll('\0', '') : resolved;
}

/** One attribute of a tag, null when it has none of that name. */
export const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** Elements of a name in whole text: their attributes and what is inside. */
export function* elements(text: string, name: string): Generator<{ tag: string; inside: string }> {
  const pattern = new RegExp(`<(?:\\w+:)?${name}\\b([^>]*?)(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'g');
  for (const [, tag = '', inside = ''] of text.matchAll(pattern)) yield { tag, inside };
}

/** The same over text that comes in pieces; gives the elements that each piece completed. */
export async function* elementsIn(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string[]> {
  const pattern = new RegExp(`<(?:\\w+:)?${name}(?: [^>]*?)?(?:/>|>[\\s\\S]*?</(?:\\w+:)?${name}>)`, 'g');
  const closing = new RegExp(`</(?:\\w+:)?${name}>|<(?:\\w+:)?${name}(?: [^>]*)?/>`, 'g');
  let held = '';
  for await (const piece of pieces) {
    held += piece;
    if (!closing.test(held)) continue;
    closing.lastIndex = 0;
    const found: string[] = [];
    let end = 0;
    for (const match of held.matchAll(pattern)) {
      found.push(match[0]);
      end = match.index + match[0].length;
    }
    held = held.slice(end);
    yield found;
  }
}
