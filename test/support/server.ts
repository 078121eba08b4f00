import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from './node-flags.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A server as `npm start` runs it, on a free port and a data folder of its own. */
export interface RunningServer {
  url: string;
  dataDir: string;
  /** The one line it printed when ready. */
  line: string;
  child: ChildProcess;
  /** Ends it as an operator would, and waits. The data folder stays. */
  stop(): Promise<void>;
  /** Ends it and takes its folder away. */
  remove(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts server/node.ts, where a launch sends at once, and waits for its ready line. Throws with what it said when it ends before. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort();
  const dataDir = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'earshot-server-'));
  const child = spawn(process.execPath, [...nodeFlags, 'server/node.ts'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', LAUNCH_DELAY_MINUTES: '0', PORT: String(port), ...env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const lines = createInterface(child.stdout);
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`The server ended with ${code}:\n${said}`)),
  );
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  ended.catch(() => {});
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const remove = async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: `http://localhost:${port}`, dataDir, line, child, stop, remove };
}

export interface SignIn {
  role: string;
  email: string;
  password: string;
}

/** The demo sign-ins of a server's data folder. */
export const signInsOf = ({ dataDir }: RunningServer): SignIn[] =>
  JSON.parse(readFileSync(join(dataDir, 'demo-sign-ins.json'), 'utf8')) as SignIn[];
