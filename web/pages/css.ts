import { type Language, languages, type ScriptCode } from '../../surveys/language.ts';
import { fonts } from './assets.ts';
import { familyOf, rulesOf, scriptCodes, settingOf } from './type.ts';

const facesOf = (scripts: readonly ScriptCode[]): string =>
  fonts
    .filter(({ script }) => scripts.includes(script))
    .map(
      ({ family, weight, name, range }) =>
        `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;src:url(/assets/${name}) format('woff2');unicode-range:${range}}`,
    )
    .join('');

/** The fonts of our pages, for a style sheet. */
export const faces = facesOf(scriptCodes);

/** How every script but Latin is set, with its faces. */
export const scripts = facesOf(scriptCodes.filter((code) => code !== 'Latn')) + scriptCodes.map(rulesOf).join('');

/** Colours with at least 7:1 for text in each look. */
const palettes = `
:root{color-scheme:only light;--bg:#fff;--panel:#f4f6f8;--ink:#14181d;--soft:#3d4752;--link:#0b4a8f;--visited:#5a2a82;--on:#fff;--error:#8f1616;--bad:#ffe9e6;--good:#0b5a34;--fine:#e3f5ea;--line:#5c6773;--ring:#14181d}
[data-colours=cream]{--bg:#fdf6e3;--panel:#fdf6e3;--bad:#fdf6e3;--fine:#fdf6e3}
[data-colours=dark]{color-scheme:only dark;--bg:#14181d;--panel:#1f252c;--ink:#f2f5f7;--soft:#c5ced6;--link:#9cc9ff;--visited:#d5b8f5;--on:#14181d;--error:#ffb0a8;--bad:#1f252c;--good:#8fe0b0;--fine:#1f252c;--line:#8b97a3;--ring:#f2f5f7}
[data-colours=yellow]{color-scheme:only dark;--bg:#000;--panel:#000;--ink:#ff0;--soft:#ff0;--link:#ff0;--visited:#ff0;--on:#000;--error:#ff0;--bad:#000;--good:#ff0;--fine:#000;--line:#ff0;--ring:#fff}
`;

const rules = `
*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%}
[data-size='125']{font-size:125%}
[data-size='150']{font-size:150%}
body{margin:0;background:var(--bg);color:var(--ink);font:1.25rem/1.5 ${familyOf(settingOf('en'))};overflow-wrap:break-word}
.page{max-width:36rem;margin:0 auto;padding:0 1rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;border-bottom:1px solid var(--line);padding:.75rem 0}
header p{margin:0;font-weight:700;flex:1 0 auto}
header details[open]{flex-basis:100%}
summary{display:list-item;cursor:pointer;color:var(--link);padding:.5rem 0;min-height:3rem;font-size:1.125rem}
main{padding-top:.5rem}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{padding:0}
h1{font-size:1.75rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.375rem;line-height:1.3;margin:2rem 0 .5rem}
h1:focus{outline:none}
a{color:var(--link)}
a:visited{color:var(--visited)}
:is(a,button,input,textarea,summary,[tabindex='0']):focus-visible{outline:3px solid var(--ring);outline-offset:2px;box-shadow:0 0 0 8px #ffd400}
.skip{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{position:static;width:auto;height:auto;clip-path:none;display:block;padding:.75rem 1rem}
.back{display:inline-block;padding:.75rem 0;min-height:3rem}
.meta,.hint{color:var(--soft);font-size:1.125rem;margin:.25rem 0}
.row{display:flex;gap:.75rem;align-items:center;min-height:3.5rem;padding:.5rem .75rem;margin:.5rem 0;border:1px solid var(--line);border-radius:4px;cursor:pointer}
.row input{flex:none;width:1.75rem;height:1.75rem;margin:0;accent-color:var(--link)}
.row b{flex:none;min-width:1.25em;font-variant-numeric:tabular-nums}
.row:has(:checked){border-color:var(--ink);box-shadow:inset 0 0 0 2px var(--ink)}
label.own{display:block;font-weight:700;margin:.5rem 0}
input[type=text],input[type=date],input[type=file],textarea{font:inherit;width:100%;min-height:3rem;padding:.5rem .75rem;color:var(--ink);background:var(--bg);border:2px solid var(--line);border-radius:4px}
::file-selector-button{font:inherit;min-height:2.5rem;margin-inline-end:.75rem}
.short{max-width:18rem}
.pagetext{white-space:pre-line;margin:1rem 0}
.boxes{display:flex;flex-wrap:wrap;gap:1rem}
.boxes label{display:block}
.boxes input{width:6rem!important}
button,.button{display:inline-block;font:inherit;font-weight:700;min-height:3rem;padding:.5rem 1.5rem;border:2px solid var(--link);border-radius:4px;background:var(--link);color:var(--on);text-decoration:none;cursor:pointer}
button.plain{background:var(--bg);color:var(--link)}
button.link{border:0;background:none;color:var(--link);text-decoration:underline;font-weight:400;padding:.5rem 0}
button[aria-current]{border-color:var(--ink);box-shadow:inset 0 0 0 2px var(--ink)}
.acts{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;margin:1.5rem 0}
.swatch{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0 1rem}
.box{border:1px solid var(--line);border-inline-start:6px solid var(--line);background:var(--panel);padding:.75rem 1rem;margin:1rem 0}
.box.bad{border-color:var(--error);background:var(--bad);color:var(--ink)}
.box.fine{border-color:var(--good);background:var(--fine)}
.box p{margin:.25rem 0}
.easy{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start;margin:0 0 1rem}
.easy img{background:#fff;border:1px solid var(--line);padding:.25rem;flex:none}
.easy p{flex:1 1 12rem;margin:0}
.fault{color:var(--error);font-weight:700;margin:.5rem 0}
dl{margin:1rem 0}
dt{font-weight:700}
dd{margin:0 0 .75rem}
.pair{border-bottom:1px solid var(--line);padding:.5rem 0;display:flex;flex-wrap:wrap;gap:0 1rem;align-items:center}
.pair>dt{flex:1 0 9rem}
.pair>dd{flex:3 1 11rem;margin:0;display:flex;flex-wrap:wrap;gap:0 1rem;align-items:center;justify-content:space-between}
footer{border-top:1px solid var(--line);margin-top:2.5rem;padding:.75rem 0 2rem;font-size:1.125rem}
footer ul,.plainlist{list-style:none;margin:0;padding:0}
footer ul{display:flex;flex-wrap:wrap;gap:0 1.5rem}
footer a{display:inline-block;padding:.625rem 0;min-height:3rem}
@media (max-width:399px){h1{font-size:1.5rem}}
@media (prefers-contrast:more){:root{--soft:var(--ink);--line:var(--ink)}}
@media (forced-colors:active){.row:has(:checked){outline:3px solid}}
`;

/** The same without fonts, for a page that is saved and opened where we are not. */
export const savedCss = (palettes + rules + scriptCodes.map(rulesOf).join('')).replaceAll('\n', '');

/** The style of every resident page, small enough to travel within the page: no second request before it can be read. */
export const css = (facesOf(['Latn']) + palettes + rules).replaceAll('\n', '');

/** What a page in a script adds to it: a sheet of its own, so that English pages do not carry what Bengali needs. */
const scriptSheets = new Map(
  scriptCodes.map((script) => [script, script === 'Latn' ? '' : facesOf([script]) + rulesOf(script)]),
);
export const scriptCss = (language: Language): string => scriptSheets.get(languages[language].script) ?? '';

/** Every sheet a page may carry, for the policy that lets only these in. */
export const sheets: readonly string[] = [css, ...[...scriptSheets.values()].filter((sheet) => sheet !== '')];
