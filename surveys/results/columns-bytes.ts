/**
 * Columns as bytes, for keeping a closed wave: 'ESC1', the length of a JSON header, the header, then each array
 * padded to 4 bytes. Numbers are little-endian, as on every machine we run on.
 */
import { type FieldName, fieldNames, type QuestionColumn, type ResultQuestion, type WaveColumns } from './columns.ts';

const magic = 'ESC1';
const prefix = 8;

type Kept = Uint8Array | Int32Array;

interface Header {
  size: number;
  questions: { question: ResultQuestion; type: QuestionColumn['type'] }[];
  codes: Record<FieldName, readonly string[]>;
}

/** The columns in one piece of bytes. */
export function encodeColumns(columns: WaveColumns): Uint8Array {
  const header: Header = {
    size: columns.size,
    questions: columns.questions.map(({ question, type }) => ({ question, type })),
    codes: {
      tenure: columns.fields.tenure.codes,
      area: columns.fields.area.codes,
      mode: columns.fields.mode.codes,
    },
  };
  const words = ascii(JSON.stringify(header));
  const arrays = arraysOf(columns);
  const start = prefix + padded(words.length);
  const bytes = new Uint8Array(start + arrays.reduce((sum, array) => sum + padded(array.byteLength), 0));
  bytes.set(ascii(magic));
  new DataView(bytes.buffer).setUint32(4, words.length, true);
  bytes.set(words, prefix);
  let at = start;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  return bytes;
}

/** The columns again. Fails with an `Error` on bytes of another form or length: build them anew from the rows. */
export function decodeColumns(kept: Uint8Array): WaveColumns {
  // A driver's bytes may start anywhere in a shared buffer, where an Int32Array cannot; a Buffer's own slice does not copy.
  const bytes = kept.byteOffset % 4 === 0 ? kept : new Uint8Array(kept);
  if (text(bytes.subarray(0, 4)) !== magic) throw new Error('Not the bytes of result columns');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const header = JSON.parse(text(bytes.subarray(prefix, prefix + length))) as Header;
  const read = reader(bytes, prefix + padded(length), header.size);
  const questions = header.questions.map((each) => questionColumn(each, read));
  const field = (name: FieldName) => ({ codes: header.codes[name], values: read.bytes() });
  const columns: WaveColumns = {
    size: header.size,
    questions,
    fields: { tenure: field('tenure'), area: field('area'), mode: field('mode') },
    age: read.bytes(),
    complete: read.bytes(),
    answered: read.bytes(),
    unit: read.int32s(),
    finished: read.int32s(),
  };
  read.end();
  return columns;
}

/** Every array in the order kept. `decodeColumns` reads them in this order. */
function arraysOf(columns: WaveColumns): readonly Kept[] {
  const answers = columns.questions.flatMap((column): readonly Kept[] =>
    column.type === 'chosen' ? column.each : [column.values],
  );
  const fields = fieldNames.map((name) => columns.fields[name].values);
  return [...answers, ...fields, columns.age, columns.complete, columns.answered, columns.unit, columns.finished];
}

function questionColumn({ question, type }: Header['questions'][number], read: Reader): QuestionColumn {
  if (type === 'coded') return { question, type, values: read.bytes() };
  if (type === 'whole') return { question, type, values: read.int32s() };
  return { question, type, each: question.options.map(() => read.bytes()) };
}

interface Reader {
  bytes(): Uint8Array;
  int32s(): Int32Array;
  end(): void;
}

function reader(bytes: Uint8Array, start: number, size: number): Reader {
  let at = start;
  const take = (length: number) => {
    const from = at;
    at += padded(length);
    if (at > bytes.length) throw new Error('Result columns are cut short');
    return bytes.byteOffset + from;
  };
  return {
    bytes: () => new Uint8Array(bytes.buffer, take(size), size),
    int32s: () => new Int32Array(bytes.buffer, take(size * 4), size),
    end: () => {
      if (at !== bytes.length) throw new Error('Result columns are too long');
    },
  };
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** JSON in ASCII: a letter outside it is written as its escape, so one letter is one byte. */
const ascii = (json: string): Uint8Array =>
  Uint8Array.from(
    json.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
    (letter) => letter.charCodeAt(0),
  );

const text = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
