import { limits } from '../../../../surveys/limits.ts';
import type { Standing, StandingStatus } from '../../../../surveys/questionnaire/translation/types.ts';
import { placeOf, placeWords } from '../../../../surveys/questionnaire/translation/where.ts';
import { naming } from '../see-languages.ts';
import { type FileState, notesOf, type Outgoing } from './unit.ts';

/** What a status of ours is called in the file. Words that are out of date or of a machine are for the agency to look at from the start. */
export const stateOf: Record<StandingStatus, FileState> = {
  missing: 'initial',
  stale: 'initial',
  machine: 'initial',
  draft: 'translated',
  checked: 'reviewed',
  approved: 'final',
};

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escaped = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

const holes = /\{[a-z_]+\}/g;

/** The things a text fills in, each once, in the order in which the source has them. */
const dataOf = ({ source, text }: Standing): string[] => [
  ...new Set([...(source.match(holes) ?? []), ...(text.match(holes) ?? [])]),
];

/** Words with what is filled in as codes that a translation tool neither copies nor deletes. */
function content(text: string, data: readonly string[]): string {
  let last = 0;
  let made = '';
  const used = new Map<string, number>();
  for (const hole of text.matchAll(holes)) {
    const number = data.indexOf(hole[0]) + 1;
    const times = used.get(hole[0]) ?? 0;
    used.set(hole[0], times + 1);
    const id = times === 0 ? `${number}` : `${number}.${times}`;
    const code = `<ph id="${id}" dataRef="d${number}" equiv="${escaped(hole[0])}" disp="${escaped(hole[0])}" canCopy="no" canDelete="no"/>`;
    made += escaped(text.slice(last, hole.index)) + code;
    last = hole.index + hole[0].length;
  }
  return made + escaped(text.slice(last));
}

function unit(standing: Standing, out: Outgoing): string[] {
  const { key, source, text, status } = standing;
  const data = dataOf(standing);
  const where = placeWords(placeOf(key, out.compiled));
  const notes = notesOf(standing, out).map((note) => `        <note category="instruction">${escaped(note)}</note>`);
  const target = text === '' ? [] : [`        <target>${content(text, data)}</target>`];
  return [
    `    <unit id="${escaped(key)}" name="${escaped(where)}">`,
    '      <notes>',
    `        <note category="where">${escaped(where)}</note>`,
    `        <note category="limit">At most ${limits.textLetters} letters. Plain words only.</note>`,
    ...notes,
    '      </notes>',
    ...(data.length === 0
      ? []
      : [
          '      <originalData>',
          ...data.map((hole, index) => `        <data id="d${index + 1}">${escaped(hole)}</data>`),
          '      </originalData>',
        ]),
    `      <segment id="s1" state="${stateOf[status]}" subState="earshot:${status}">`,
    `        <source>${content(source, data)}</source>`,
    ...target,
    '      </segment>',
    '    </unit>',
  ];
}

/** The texts of one language as XLIFF 2.1: one file, one unit a text, whose id is the key of the text. */
export function writeXliff(out: Outgoing): string {
  const { id, name, source, target, standings } = out;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${escaped(source)}" trgLang="${escaped(target)}" xml:space="preserve">`,
    `  <file id="f${escaped(id)}" original="${escaped(name)}" srcDir="${naming(source).dir}" trgDir="${naming(target).dir}">`,
    ...standings.flatMap((one) => unit(one, out)),
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}
