import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

const debian = '/usr/bin/chromium';

/** Chromium from CHROMIUM_PATH, else Debian's, else the one of a package. */
export async function chromium(): Promise<LaunchOptions> {
  const known = process.env.CHROMIUM_PATH || (existsSync(debian) ? debian : '');
  // Chromium's own sandbox does not run as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (known) return { executablePath: known, args };
  const { default: packaged } = await import('@sparticuz/chromium');
  return { executablePath: await packaged.executablePath(), args: packaged.args };
}
