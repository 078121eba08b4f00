import { compile } from '../../../../surveys/questionnaire/compile.ts';
import type { Deps } from '../../../deps.ts';
import { mustQuestionnaire } from '../../questionnaire/draft.ts';
import { standingsOfLanguage } from '../standing.ts';
import { mustTranslateInto } from '../words.ts';
import { writeCsv } from './csv.ts';
import type { Outgoing } from './unit.ts';
import { writeXliff } from './xliff-write.ts';

async function outgoing({ db }: Deps, id: string, code: string): Promise<Outgoing> {
  const { name, draft } = await mustQuestionnaire(db, id);
  const compilation = compile(draft);
  const target = mustTranslateInto(compilation, code);
  const standings = await standingsOfLanguage(db, id, compilation, target);
  return { id, name, source: compilation.language, target, compiled: compilation.compiled, standings };
}

interface File {
  filename: string;
  content: string;
}

/** The texts of one language for an agency, as XLIFF 2.1. Throws `not_found`, `bad_input` and `source_language`. */
export async function xliffFile(deps: Deps, id: string, language: string): Promise<File> {
  const out = await outgoing(deps, id, language);
  return { filename: `${out.name} ${language}.xlf`, content: writeXliff(out) };
}

/** The same as a spreadsheet. */
export async function csvFile(deps: Deps, id: string, language: string): Promise<File> {
  const out = await outgoing(deps, id, language);
  return { filename: `${out.name} ${language}.csv`, content: writeCsv(out) };
}
