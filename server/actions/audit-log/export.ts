import { type AuditFilter, auditRows } from '../../../db/queries/audit.ts';
import { type Cell, csvLater, csvPieces } from '../../../surveys/results/csv.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../audit.ts';

/** Lines read at once. */
const linesAPage = 1000;

/** The audit log as CSV, newest first, streamed page by page; who took it is written down before the first line. */
export async function auditFile(deps: Deps, actor: Actor, filter: AuditFilter): Promise<AsyncGenerator<string>> {
  const [newest] = await auditRows(deps.db, filter, null, 0);
  await audit(deps.db, deps, actor, { action: 'audit.export', subject: 'audit', detail: { ...filter } });
  return lines(deps, filter, newest?.id ?? 0);
}

/** What came in while the file is made, the line about itself among it, is not in it. */
async function* lines({ db }: Deps, filter: AuditFilter, newest: number): AsyncGenerator<string> {
  yield* csvPieces([['at', 'who', 'action', 'subject', 'detail']]);
  for (let before = newest + 1; ; ) {
    const rows = await auditRows(db, filter, before, linesAPage);
    const page = rows.slice(0, linesAPage);
    yield csvLater(
      page.map(({ at, actorName, action, subject, detail }): readonly Cell[] => [
        at.toISOString(),
        actorName,
        action,
        subject,
        detail === null ? null : JSON.stringify(detail),
      ]),
    );
    before = page.at(-1)?.id ?? 0;
    if (rows.length <= linesAPage) return;
  }
}
