import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Sheet } from './sheet.ts';

/** One file as Typst made it, with where each letter's pages and address stand. */
export interface Compiled {
  pdf: Uint8Array;
  letters: readonly LetterReport[];
  /** Every page, one under another, as SVG; only where it was asked for. */
  picture?: string;
}

/** Pages from 1 within the file; the address in millimetres from the top left of its page, and its widest word. */
export interface LetterReport {
  start: number;
  end: number;
  address: { x: number; y: number; height: number; widest: number };
}

/** Typst would not make it: a character no typeface has, a heading left out, a picture with no words. */
export class TypstFault extends Error {}

const main = readFileSync(new URL('./letter.typ', import.meta.url), 'utf8');

/** Families by package, as their files are named. */
const families: Record<string, string> = {
  'atkinson-hyperlegible': 'AtkinsonHyperlegible',
  'noto-sans': 'NotoSans',
  'noto-nastaliq-urdu': 'NotoNastaliqUrdu',
  'noto-naskh-arabic': 'NotoNaskhArabic',
  'noto-sans-bengali': 'NotoSansBengali',
  'noto-sans-gurmukhi': 'NotoSansGurmukhi',
  'noto-sans-gujarati': 'NotoSansGujarati',
};
const fontFiles = [
  ...Object.entries(families).flatMap(([folder, family]) =>
    ['400Regular', '700Bold'].map((weight) => `@expo-google-fonts/${folder}/${weight}/${family}_${weight}.ttf`),
  ),
];
/** The Chinese faces, beside the one file its package lets others load. */
const hansFiles = ['Regular', 'Bold'].map((weight) => `../fonts/NotoSansHans-${weight}.otf`);

function fontPaths(): string[] {
  const { resolve } = createRequire(import.meta.url);
  const hans = pathToFileURL(resolve('@embedpdf/fonts-sc'));
  return [...fontFiles.map((file) => resolve(file)), ...hansFiles.map((file) => fileURLToPath(new URL(file, hans)))];
}

/** The white of each page, which Typst draws at the top of the picture and so over its first page. */
const paper = /^ {4}<path class="typst-shape" fill="#ffffff"[^>]*\/>$/gm;

/** A compiler holding our typefaces. Its memory only grows, so its thread is ended now and then (`typst.node.ts`). */
export function createCompiler(): NodeCompiler {
  return NodeCompiler.create({ fontArgs: [{ fontPaths: fontPaths() }] });
}

/** Takes one file's words; gives it as PDF/UA-1, and `pictured` as a picture too. Throws `TypstFault` saying what Typst would not set. */
export function compile(compiler: NodeCompiler, sheet: Sheet, pictured = false): Compiled {
  const result = compiler.compile({ mainFileContent: main, inputs: { file: JSON.stringify(sheet) } });
  const document = result.result;
  if (!document || result.hasError()) throw new TypstFault(messagesOf(result.takeDiagnostics()?.shortDiagnostics));
  // A missing typeface is only a warning to Typst.
  const warnings = result.takeWarnings()?.shortDiagnostics ?? [];
  if (warnings.length > 0) throw new TypstFault(messagesOf(warnings));
  const letters: LetterReport[] = compiler.query(document, { selector: '<letter>', field: 'value' });
  const pdf = pdfOf(compiler, document);
  const picture = pictured ? compiler.plainSvg(document).replaceAll(paper, '') : undefined;
  compiler.evictCache(0);
  return { pdf, letters, picture };
}

function pdfOf(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' });
  } catch (error) {
    throw new TypstFault(plainReason(error instanceof Error ? error.message : String(error)), { cause: error });
  }
}

/** Typst's report as a sentence an officer can act on. */
function plainReason(report: string): string {
  const missing = [...report.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(([, text]) => text);
  if (missing.length > 0) return `No typeface we hold can print ${[...new Set(missing)].join(' ')}.`;
  return [...report.matchAll(/message: "(.+?)", trace/g)].map(([, message]) => message).join('; ') || report;
}

function messagesOf(diagnostics: readonly { message?: string }[] | undefined): string {
  return (diagnostics ?? []).map(({ message }) => message ?? '').join('; ') || 'Typst gave no reason.';
}
