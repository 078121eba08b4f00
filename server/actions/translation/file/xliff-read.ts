import { XMLParser } from 'fast-xml-parser';
import { type FileState, maxUnits, type ReadFile, type ReadUnit, TranslationFileError } from './unit.ts';

/** An element as the parser gives it, in order: one key beside `:@` names it. */
type Node = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  // The five entities and numbers are read below: a file cannot bring any of its own.
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
});

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (/^#x/i.test(name)) return character(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return character(Number(name.slice(1)));
    return named[name] ?? whole;
  });

const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') ?? '';

function childrenOf(node: Node): Node[] {
  const inside = node[nameOf(node)];
  return Array.isArray(inside) ? (inside as Node[]) : [];
}

function attribute(node: Node, name: string): string | null {
  const all = node[':@'] as Record<string, string> | undefined;
  const value = all?.[name];
  return value === undefined ? null : decoded(value);
}

const inside = (node: Node, name: string): Node[] => childrenOf(node).filter((child) => nameOf(child) === name);

/** The words of a source or target: codes become what they stand for, marks of a tool's own are read through. */
function wordsOf(nodes: readonly Node[], data: ReadonlyMap<string, string>): string {
  return nodes
    .map((node) => {
      const name = nameOf(node);
      if (name === '#text') return decoded(String(node['#text']));
      if (name === '#cdata')
        return childrenOf(node)
          .map((child) => String(child['#text'] ?? ''))
          .join('');
      if (name === 'ph') return data.get(attribute(node, 'dataRef') ?? '') ?? attribute(node, 'equiv') ?? '';
      if (name === 'cp') return character(Number.parseInt(attribute(node, 'hex') ?? '', 16) || 0);
      return wordsOf(childrenOf(node), data);
    })
    .join('');
}

const states: readonly FileState[] = ['initial', 'translated', 'reviewed', 'final'];

/** The least state of the parts of a unit: a tool may have cut one text into several. */
function leastState(segments: readonly Node[]): FileState {
  const found = segments.map((segment) => states.indexOf((attribute(segment, 'state') ?? 'initial') as FileState));
  return states[Math.max(0, Math.min(...found))] ?? 'initial';
}

const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim();

function unitOf(node: Node): ReadUnit {
  const originals = inside(node, 'originalData').flatMap((one) => inside(one, 'data'));
  const data = new Map(originals.map((one) => [attribute(one, 'id') ?? '', wordsOf(childrenOf(one), new Map())]));
  const parts = childrenOf(node).filter((child) => ['segment', 'ignorable'].includes(nameOf(child)));
  const segments = parts.filter((part) => nameOf(part) === 'segment');
  const words = (part: Node, name: 'source' | 'target') =>
    inside(part, name)
      .map((one) => wordsOf(childrenOf(one), data))
      .join('');
  const translated = segments.every((part) => inside(part, 'target').length > 0);
  const target = (part: Node) => (inside(part, 'target').length > 0 ? words(part, 'target') : words(part, 'source'));
  return {
    key: attribute(node, 'id') ?? '',
    source: tidy(parts.map((part) => words(part, 'source')).join('')),
    // Half a text is no text: it waits until every part of it is translated.
    text: translated ? tidy(parts.map(target).join('')) : '',
    state: leastState(segments),
  };
}

/** Units at any depth of groups; a tool may have put them into some. */
const unitsIn = (node: Node): Node[] =>
  childrenOf(node).flatMap((child) => {
    if (nameOf(child) === 'unit') return [child];
    return nameOf(child) === 'group' ? unitsIn(child) : [];
  });

function parsed(xml: string): Node[] {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml))
    throw new TranslationFileError('This file declares things of its own (DOCTYPE), which we do not read.');
  try {
    return parser.parse(xml, true) as Node[];
  } catch {
    throw new TranslationFileError('This file is not whole XML: it was cut off, or something in it is not closed.');
  }
}

/** Reads XLIFF 2.0 and 2.1. Throws `TranslationFileError` with a sentence for what cannot be read. */
export function readXliff(xml: string): ReadFile {
  const root = parsed(xml).find((node) => nameOf(node) === 'xliff');
  if (!root) throw new TranslationFileError('This is not XLIFF. Bring an XLIFF 2 file or a CSV.');
  const version = attribute(root, 'version') ?? '';
  if (!version.startsWith('2.'))
    throw new TranslationFileError(`This is XLIFF ${version || 'of an unknown version'}. Ask for version 2.1 or 2.0.`);
  const units = inside(root, 'file').flatMap(unitsIn);
  if (units.length > maxUnits) throw new TranslationFileError(`This file has more than ${maxUnits} texts.`);
  return { source: attribute(root, 'srcLang'), target: attribute(root, 'trgLang'), units: units.map(unitOf) };
}
