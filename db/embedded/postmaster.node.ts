import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Place, seenFrom } from './cluster.node.ts';
import type { Runnable } from './identity.node.ts';
import { lastLines } from './said.node.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}

/** With util-linux, Postgres is told to shut down the moment this process dies, however it dies. */
const dieWithUs = () =>
  process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', '--', 'true']).status === 0
    ? ['setpriv', '--pdeathsig', 'INT', '--']
    : [];

/** Starts Postgres on a free port and waits until it takes connections. Throws with what it said when it does not. */
export async function startPostmaster(place: Place, way: Runnable, settings: Record<string, string>) {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const { child, ready, said } = launch(place, way, port, settings);
    writeFileSync(place.note, `${process.pid} ${port}`);
    if (await ready) return { child, port };
    const lines = said();
    // Somebody may take the port between finding it free and using it.
    if (tries >= 3 || !lines.some((line) => line.includes('could not bind'))) {
      throw new Error(`The embedded database did not start:\n${lines.join('\n')}`);
    }
  }
}

function launch({ cluster }: Place, { binaries, identity }: Runnable, port: number, more: Record<string, string>) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_min_error_statement: 'panic',
    // No disk of today takes four times as long for a page out of order: as Postgres has it, it reads a whole table of 20,000 for a hundred keys.
    random_page_cost: '1.1',
    ...more,
  };
  const [command = '', ...args] = [
    ...dieWithUs(),
    ...identity.prefix,
    ...[join(binaries.native, 'bin', 'postgres'), '-D', seenFrom(cluster, identity), '-p', String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const { uid, gid } = identity;
  // A session of its own, so that Ctrl-C reaches us first and we stop it when our work is done.
  const child = spawn(command, args, { cwd: cluster, uid, gid, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = lastLines(child);
  const ready = new Promise<boolean>((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => chunk.includes('ready to accept connections') && resolve(true));
    child.on('error', () => resolve(false));
    child.on('close', () => resolve(false));
  });
  return { child, ready, said };
}
