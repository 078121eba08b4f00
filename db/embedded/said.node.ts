import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Keeps the last lines Postgres said, for an error at start. They are never logged: a statement may hold an answer. */
export function lastLines(child: ChildProcess): () => string[] {
  const lines: string[] = [];
  child.on('error', (error) => lines.push(error.message));
  if (child.stderr) createInterface(child.stderr).on('line', (line) => lines.push(line) > 20 && lines.shift());
  return () => lines;
}
