import { expect, test } from 'vitest';
import { startLoop } from '../../server/work/loop.node.ts';
import { cloneDatabase } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';

/** Work that does nothing but can be waited for. */
function counting() {
  let ticks = 0;
  let heard = () => {};
  return {
    ticks: () => ticks,
    next: () => new Promise<void>((resolve) => (heard = resolve)),
    work: {
      async tick() {
        ticks += 1;
        heard();
      },
      drain: async () => {},
    },
  };
}

test('a wake in one process wakes the others, once for many, and not itself again', async () => {
  const { db, drop } = await cloneDatabase();
  const [here, there] = [counting(), counting()];
  const deps = testDeps({ db });
  try {
    const mine = await startLoop(db, here.work, deps);
    const theirs = await startLoop(db, there.work, deps);
    const before = [here.ticks(), there.ticks()];
    const woken = there.next();
    for (const _ of [1, 2, 3]) mine.wake();
    await woken;
    await Promise.all([mine.stop(), theirs.stop()]);
    expect(there.ticks()).toBe((before[1] ?? 0) + 1);
    expect(here.ticks()).toBeLessThanOrEqual((before[0] ?? 0) + 3);
  } finally {
    await drop();
  }
});
