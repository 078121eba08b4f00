import { type FileBytes, FileError, type SheetRow } from './bytes.ts';
import { type CellContext, cellsOf, isDateFormat } from './xlsx-cells.ts';
import { attribute, elements, elementsIn, unescapeXml } from './xml.ts';
import { smallText, type ZipEntry, zipEntries, zipText } from './zip.ts';

// Read here rather than by a library: the one at hand builds the whole sheet in memory (50,000 rows of 24 columns took 290 to 350 MB
// and 6 seconds without a pause), and this reads it row by row in a few MB, on any runtime.

/** Which sheet of a workbook holds the people. */
export interface XlsxShape {
  kind: 'xlsx';
  /** Its path in the zip. */
  sheet: string;
  name: string;
  rows: number;
}

const notWorkbook = () => new FileError('This file is not an Excel workbook. Save it as .xlsx or CSV and bring that.');

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Where the workbook keeps its shared words or its styles: mostly by the usual name. */
function partNamed(relations: string, kind: 'sharedStrings' | 'styles'): string {
  const found = [...elements(relations, 'Relationship')].find(({ tag }) =>
    attribute(tag, 'Type')?.endsWith(`/${kind}`),
  );
  return pathOf((found && attribute(found.tag, 'Target')) ?? `${kind}.xml`);
}

/** The first sheet that is not hidden. */
async function firstSheet(file: FileBytes, entries: Map<string, ZipEntry>): Promise<{ path: string; name: string }> {
  const workbook = await smallText(file, entries.get('xl/workbook.xml'));
  const relations = await smallText(file, entries.get('xl/_rels/workbook.xml.rels'));
  const targets = new Map(
    [...elements(relations, 'Relationship')].map(({ tag }) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  );
  const sheets = [...elements(workbook, 'sheet')].map(({ tag }) => tag);
  const tag = sheets.find((one) => (attribute(one, 'state') ?? 'visible') === 'visible') ?? sheets[0];
  const target = targets.get(/\w+:id="([^"]*)"/.exec(tag ?? '')?.[1] ?? null);
  if (tag === undefined || !target || !entries.has(pathOf(target))) throw notWorkbook();
  return { path: pathOf(target), name: unescapeXml(attribute(tag, 'name') ?? '') };
}

/** Rows as the sheet says of itself; 0 when it does not. */
async function rowsSaid(file: FileBytes, entry: ZipEntry): Promise<number> {
  for await (const piece of zipText(file, entry)) {
    return Number(/<(?:\w+:)?dimension [^>]*ref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(piece)?.[1] ?? 0);
  }
  return 0;
}

/** Finds the sheet to read. Throws `FileError` when the file is no workbook. */
export async function xlsxShape(file: FileBytes): Promise<XlsxShape> {
  const entries = await zipEntries(file);
  if (!entries.has('xl/workbook.xml')) throw notWorkbook();
  const { path, name } = await firstSheet(file, entries);
  const entry = entries.get(path);
  return { kind: 'xlsx', sheet: path, name, rows: entry ? await rowsSaid(file, entry) : 0 };
}

/** Words that cells share; readings of Chinese and Japanese characters (rPh) are no part of them. */
async function sharedStrings(file: FileBytes, entry: ZipEntry | undefined): Promise<string[]> {
  const shared: string[] = [];
  if (entry === undefined) return shared;
  for await (const found of elementsIn(zipText(file, entry), 'si')) {
    for (const si of found) {
      const said = si.includes('rPh') ? si.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '') : si;
      shared.push(unescapeXml([...elements(said, 't')].map(({ inside }) => inside).join('')));
    }
  }
  return shared;
}

/** Which styles of the workbook show a number as a date. */
async function dateStyles(file: FileBytes, entry: ZipEntry | undefined): Promise<boolean[]> {
  const styles = await smallText(file, entry);
  const own = new Map(
    [...elements(styles, 'numFmt')].map(({ tag }) => [
      Number(attribute(tag, 'numFmtId')),
      unescapeXml(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  const [cellFormats] = elements(styles, 'cellXfs');
  return [...elements(cellFormats?.inside ?? '', 'xf')].map(({ tag }) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    return isDateFormat(id, own.get(id) ?? '');
  });
}

/** Rows of the sheet, some at a time. Rows that hold nothing are not there, but keep their numbers. */
export async function* xlsxRows(file: FileBytes, { sheet }: XlsxShape): AsyncGenerator<SheetRow[]> {
  const entries = await zipEntries(file);
  const entry = entries.get(sheet);
  if (entry === undefined) throw notWorkbook();
  const workbook = await smallText(file, entries.get('xl/workbook.xml'));
  const relations = await smallText(file, entries.get('xl/_rels/workbook.xml.rels'));
  const context: CellContext = {
    shared: await sharedStrings(file, entries.get(partNamed(relations, 'sharedStrings'))),
    dates: await dateStyles(file, entries.get(partNamed(relations, 'styles'))),
    from1904: /<(?:\w+:)?workbookPr[^>]*date1904="(?:1|true)"/.test(workbook),
  };
  let last = 0;
  for await (const found of elementsIn(zipText(file, entry), 'row')) {
    yield found.map((element) => {
      last = Number(/^<[^>]*? r="(\d+)"/.exec(element)?.[1] ?? last + 1);
      return { row: last, cells: cellsOf(element, context) };
    });
  }
}
