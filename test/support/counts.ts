import { existsSync, readFileSync } from 'node:fs';

/** How many tests of a step passed, failed and were skipped, and why those were. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  skips: readonly string[];
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0, skips: [] };

/** One check, by how it went. */
export const single = (how: 'passed' | 'failed'): Counts => ({ ...none, [how]: 1 });

export const sum = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  skips: [...a.skips, ...b.skips],
});

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: { assertionResults: { status: string; fullName: string; meta?: { reason?: string } }[] }[];
}

/** Reads Vitest's JSON report. A run that wrote none, or a file that failed before its tests, is a failure. */
export function countVitest(path: string, ok: boolean): Counts {
  if (!existsSync(path)) return single('failed');
  const report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  const skipped = report.testResults.flatMap((file) =>
    file.assertionResults.filter(({ status }) => !['passed', 'failed'].includes(status)),
  );
  return {
    passed: report.numPassedTests,
    failed: ok ? 0 : Math.max(report.numFailedTests, 1),
    skipped: skipped.length,
    skips: skipped.map(({ fullName }) => fullName),
  };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Reads Playwright's JSON report. */
export function countPlaywright(path: string, ok: boolean): Counts {
  if (!existsSync(path)) return single('failed');
  const { stats } = JSON.parse(readFileSync(path, 'utf8')) as PlaywrightReport;
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: ok ? failed : Math.max(failed, 1), skipped: stats.skipped, skips: [] };
}
