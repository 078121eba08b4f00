import type { Deps } from './deps.ts';

/**
 * The driver's own fault, and no other: postgres 3.4.9 undoes a transaction on the connection it has just lost, and throws in a `setImmediate`, outside of any promise.
 * Whoever waited for the transaction has been told by then, and the pool is made anew (`db/renewed.ts`).
 */
export const isLostConnection = (error: unknown): boolean =>
  error instanceof TypeError &&
  error.message === "Cannot read properties of null (reading 'write')" &&
  /^\s+at \S*nextWrite \(.*[/\\]postgres[/\\].*[/\\]connection\.js:/m.test(error.stack ?? '');

/** Lets the process outlive a database that ends its connections. Anything else that nobody caught ends it, as ever. */
export function outliveLostConnections(log: Deps['log']): void {
  process.on('uncaughtException', (error) => {
    if (isLostConnection(error)) return log.warn('database_away', { kind: 'connection_lost' });
    console.error(error);
    process.exit(1);
  });
}
