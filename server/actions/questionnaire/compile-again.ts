import { saveCompiled } from '../../../db/commands/questionnaires.ts';
import type { Db } from '../../../db/connect.ts';
import { versionsCompiledBefore } from '../../../db/queries/questionnaires.ts';
import { compilerVersion, compileStructure } from '../../../surveys/questionnaire/compile.ts';
import { surveySchema } from '../../../surveys/questionnaire/schema.ts';

/** What a version says stands; how it is asked is made of it anew. Null when it can no longer be made, and the old form stays. */
function madeAgain(structure: unknown, sourceTexts: Record<string, string>) {
  const read = surveySchema.safeParse(structure);
  if (!read.success) return null;
  const { compiled, problems } = compileStructure(read.data, sourceTexts);
  return problems.length === 0 ? compiled : null;
}

/**
 * Makes the stored form of each published version again that an older compiler made, after the database was brought up to
 * date: answering reads nothing else. Gives how many. A second time there is nothing to do.
 */
export async function compileAgain(db: Db): Promise<number> {
  let made = 0;
  for (const { id, structure, sourceTexts } of await versionsCompiledBefore(db, compilerVersion)) {
    const compiled = madeAgain(structure, sourceTexts);
    if (compiled === null) continue;
    await saveCompiled(db, id, compiled);
    made += 1;
  }
  return made;
}
