import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WorkSettings } from './work.ts';

const script = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Worker processes on one database, which are ended without warning and begun again. */
export function workers(count: number, settings: () => WorkSettings) {
  const running: ChildProcess[] = [];
  const begin = (place: number) => {
    running[place]?.kill('SIGKILL');
    const child = spawn(process.execPath, [script, JSON.stringify(settings())], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    running[place] = child;
  };
  const kill = (place: number) => {
    running[place]?.kill('SIGKILL');
  };
  for (let place = 0; place < count; place++) begin(place);
  return {
    kill,
    begin,
    killAll: () => {
      for (const place of running.keys()) kill(place);
    },
    /** How many have ended, by themselves or by us. */
    ended: () => running.filter(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null).length,
    /** Ends them all and waits until they are gone. */
    async end() {
      await Promise.all(
        running.map((child) => {
          const gone = new Promise((resolve) => child.once('exit', resolve));
          if (child.exitCode !== null || child.signalCode !== null) return null;
          child.kill('SIGKILL');
          return gone;
        }),
      );
    },
  };
}
