import { deflateRawSync } from 'node:zlib';

/** A cell of a workbook as its XML has it: words, a number, a date in a date style, or words of its own. */
export type BookCell = string | number | { day: number } | { inline: string };

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** One stored file of a zip, and its line of the directory. */
function entry(name: string, text: string, at: number) {
  const bytes = new TextEncoder().encode(text);
  const packed = deflateRawSync(bytes);
  const path = Buffer.from(name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(bytes.length, 22);
  head.writeUInt16LE(path.length, 26);
  const line = Buffer.alloc(46);
  line.writeUInt32LE(0x02014b50, 0);
  line.writeUInt16LE(8, 10);
  line.writeUInt32LE(packed.length, 20);
  line.writeUInt32LE(bytes.length, 24);
  line.writeUInt16LE(path.length, 28);
  line.writeUInt32LE(at, 42);
  return { local: Buffer.concat([head, path, packed]), line: Buffer.concat([line, path]) };
}

/** Makes a zip of texts by name. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const lines: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const { local, line } = entry(name, text, at);
    locals.push(local);
    lines.push(line);
    at += local.length;
  }
  const directory = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(lines.length, 8);
  end.writeUInt16LE(lines.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Makes a workbook of one sheet. A null row is not written, as spreadsheets leave out empty ones. */
export function workbook(rows: readonly (readonly BookCell[] | null)[]): Uint8Array<ArrayBuffer> {
  const shared = new Map<string, number>();
  const cell = (value: BookCell, place: string): string => {
    if (value === '') return '';
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    if (typeof value === 'object' && 'day' in value) return `<c r="${place}" s="1"><v>${value.day}</v></c>`;
    if (typeof value === 'object') return `<c r="${place}" t="inlineStr"><is><t>${escaped(value.inline)}</t></is></c>`;
    if (!shared.has(value)) shared.set(value, shared.size);
    return `<c r="${place}" t="s"><v>${shared.get(value)}</v></c>`;
  };
  const lines = rows.flatMap((cells, y) =>
    cells === null
      ? []
      : [`<row r="${y + 1}">${cells.map((value, x) => cell(value, `${letters(x)}${y + 1}`)).join('')}</row>`],
  );
  return zip({
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="Cover" sheetId="1" state="hidden" r:id="rId9"/><sheet name="Tenants" sheetId="2" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relation}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relation}/sharedStrings" Target="words.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><dimension ref="A1:Z${rows.length}"/><sheetData>${lines.join('')}</sheetData></worksheet>`,
    'xl/words.xml': `<sst xmlns="${main}">${[...shared.keys()].map((text) => `<si><r><t xml:space="preserve">${escaped(text)}</t></r><rPh><t>ignored</t></rPh></si>`).join('')}</sst>`,
  });
}
