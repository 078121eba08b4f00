import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Sinks {
  smtpUrl: string;
  textsUrl: string;
  stop(): Promise<void>;
}

/** Starts the sinks in a process of their own, so that their CPU is not ours. */
export async function startSinks(): Promise<Sinks> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./sinks.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { mail, texts } = JSON.parse(line) as { mail: number; texts: number };
  return {
    smtpUrl: `smtp://127.0.0.1:${mail}`,
    textsUrl: `http://127.0.0.1:${texts}`,
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
