import type { Receipt } from '../../../channels/status.ts';
import type { Deps } from '../../deps.ts';
import { isDatabaseAway } from '../../problem.ts';
import { applyReceipts } from './receipts.ts';

interface Waiting {
  receipt: Receipt;
  taken(): void;
  failed(error: unknown): void;
}

/** Reports of one provider that came while others were written: they are written together next. */
interface Line {
  waiting: Waiting[];
  writing: boolean;
}

/** Reports of one transaction: its locks are short. */
const mostTogether = 200;
const lines = new WeakMap<Deps, Map<string, Line>>();

function lineOf(deps: Deps, provider: string): Line {
  const known = lines.get(deps) ?? new Map<string, Line>();
  lines.set(deps, known);
  const line = known.get(provider) ?? { waiting: [], writing: false };
  known.set(provider, line);
  return line;
}

/**
 * Takes in one report, with those that come at the same time in one transaction: twice as many a second as one by one. Resolves when it is committed. A process whose
 * dependencies last for one request (a Worker) has nobody to share with, and writes each by itself.
 */
export function takeReceipt(deps: Deps, provider: string, receipt: Receipt): Promise<void> {
  const line = lineOf(deps, provider);
  return new Promise((taken, failed) => {
    line.waiting.push({ receipt, taken, failed });
    if (!line.writing) void writeAll(deps, provider, line);
  });
}

async function writeAll(deps: Deps, provider: string, line: Line): Promise<void> {
  line.writing = true;
  while (line.waiting.length > 0) await write(deps, provider, line.waiting.splice(0, mostTogether));
  line.writing = false;
}

/** One that cannot be written does not take the others with it: then each is written by itself. Never throws. */
async function write(deps: Deps, provider: string, some: readonly Waiting[]): Promise<void> {
  try {
    await applyReceipts(
      deps,
      provider,
      some.map(({ receipt }) => receipt),
    );
    for (const { taken } of some) taken();
  } catch (error) {
    if (some.length === 1 || isDatabaseAway(error)) for (const { failed } of some) failed(error);
    else for (const one of some) await write(deps, provider, [one]);
  }
}
