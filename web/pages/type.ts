/** How each script is set on a screen. */
import { type Language, languages, type ScriptCode } from '../../surveys/language.ts';

/** One script: its faces in order of trial, height of a line, and whether its letters need a larger size to be as tall. */
interface Setting {
  families: readonly string[];
  line: number;
  larger: boolean;
}

const latin: Setting = { families: ['Atkinson Hyperlegible', 'Verdana', 'Noto Sans'], line: 1.5, larger: false };

/** Nastaliq falls far below its line and Naskh is small for its size; Indian scripts hang signs above and below. */
const settings: Record<ScriptCode, Setting> = {
  Latn: latin,
  Cyrl: { families: ['Noto Sans', 'Verdana'], line: 1.5, larger: false },
  Aran: { families: ['Noto Nastaliq Urdu', 'Urdu Typesetting', 'Atkinson Hyperlegible'], line: 2.2, larger: true },
  Arab: { families: ['Noto Naskh Arabic', 'Geeza Pro', 'Atkinson Hyperlegible'], line: 1.8, larger: true },
  Beng: { families: ['Noto Sans Bengali', 'Nirmala UI', 'Atkinson Hyperlegible'], line: 1.7, larger: false },
  Guru: { families: ['Noto Sans Gurmukhi', 'Nirmala UI', 'Atkinson Hyperlegible'], line: 1.7, larger: false },
  Gujr: { families: ['Noto Sans Gujarati', 'Nirmala UI', 'Atkinson Hyperlegible'], line: 1.7, larger: false },
  Hans: {
    families: ['Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Atkinson Hyperlegible'],
    line: 1.6,
    larger: false,
  },
};

export const scriptCodes = Object.keys(settings) as ScriptCode[];

/** How a language is set. */
export const settingOf = (language: Language): Setting => settings[languages[language].script];

/** The faces of a setting as CSS writes them. */
export const familyOf = ({ families }: Setting): string =>
  [...families.map((name) => `'${name}'`), 'sans-serif'].join();

/** Rules for every language of a script but Latin, whose setting is that of the page itself; empty for Latin. */
export function rulesOf(script: ScriptCode): string {
  const setting = settings[script];
  if (setting === latin) return '';
  const codes = (Object.keys(languages) as Language[]).filter((code) => languages[code].script === script);
  const spoken = `:is(${codes.map((code) => `:lang(${code})`).join()})`;
  const heads = setting.line > 1.5 ? `:is(h1,h2,h3)${spoken}{line-height:${(setting.line - 0.2).toFixed(1)}}` : '';
  const larger = setting.larger ? `body${spoken}{font-size:calc(1.25rem + 2px)}` : '';
  return `${spoken}{font-family:${familyOf(setting)};line-height:${setting.line}}${larger}${heads}`;
}
