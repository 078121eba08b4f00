import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string };
};

/** What `npm start` gives Node: the heap grows by little at a time, or a process that sends holds 420 MB of which it needs 180. */
export const nodeFlags = scripts.start.split(' ').filter((word) => word.startsWith('--'));
