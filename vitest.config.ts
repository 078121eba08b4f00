import { defineConfig } from 'vitest/config';

// Files of one worker share what they import: loading it anew for each took 35 to 50% of the time, as Vitest prints it, and takes 3% so.
const shared = { expect: { requireAssertions: true }, restoreMocks: true, testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
          isolate: false,
          include: [
            '{surveys,channels,db,server,web}/**/*.test.{ts,tsx}',
            'test/{contract,cases,invariants}/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...shared,
          name: 'db',
          isolate: false,
          include: ['test/{api,db,work,house}/**/*.test.ts'],
          setupFiles: ['test/support/cheap-passwords.ts'],
          globalSetup: ['test/support/database.setup.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'runtime',
          include: ['test/runtime/**/*.test.ts'],
          globalSetup: ['test/support/database.setup.ts'],
        },
      },
    ],
  },
});
