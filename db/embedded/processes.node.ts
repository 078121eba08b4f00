import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** True while the process exists, even as a zombie that nobody has reaped. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const attempt = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

/** A process's column of `ps`, for systems without /proc. */
const ps = (pid: number, column: string) =>
  attempt(() => execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim(), '');

/** Who started it; 1 or a reaper when its parent has died; 0 when there is no such process. */
export function parentOf(pid: number): number {
  if (process.platform !== 'linux') return Number(ps(pid, 'ppid'));
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '');
  // "pid (name) state ppid": the name may hold anything, so count from its closing bracket.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

/** The Postgres processes working in a data directory, the one of the pid file first. */
export function workersIn(dataDir: string, pid: number): number[] {
  if (process.platform === 'linux') {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return all.map(Number).filter((one) => attempt(() => readlinkSync(`/proc/${one}/cwd`), '') === dataDir);
  }
  const command = process.platform === 'win32' ? attempt(() => windowsName(pid), '') : ps(pid, 'command');
  return /postgres/.test(command) ? [pid] : [];
}

const windowsName = (pid: number) =>
  execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { encoding: 'utf8' });

/** Waits until `done` holds. Gives false when it still does not after `ms`. */
export async function until(done: () => boolean, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (!done()) {
    if (performance.now() > end) return false;
    await wait(20);
  }
  return true;
}
