import type postgres from 'postgres';

/** What is under way elsewhere when a connection is lost has so long to end: a launch of 100,000 takes a fifth of it. Then it is refused, as is whatever would wait for ever. */
const graceSeconds = 120;

/**
 * A pool that is made anew once it has lost a connection. The driver (postgres 3.4.9) keeps for the next connection what it held back for the lost one: that
 * one is then never written to ("CONNECT_TIMEOUT", measured for minutes beside a database that was there), or each statement gets the answer to the one before. So
 * nothing new goes to a pool that lost one. `make` takes whom to tell of a loss.
 */
export function renewed(make: (onLost: () => void) => postgres.Sql): postgres.Sql {
  let ended: Promise<unknown> | null = null;
  let lost = false;
  const begin = (): postgres.Sql => {
    const pool = make(() => {
      if (pool === current) lost = true;
      pool.end({ timeout: graceSeconds }).catch(() => {});
    });
    return pool;
  };
  let current = begin();
  const now = () => {
    if (lost && ended === null) {
      lost = false;
      current = begin();
    }
    return current;
  };
  /** Listening is a connection of its own, which the driver begins again by itself: it must outlive the pool it was asked of. */
  let ears: postgres.Sql | null = null;
  const listen: postgres.Sql['listen'] = (...asked) => {
    ears ??= make(() => {});
    return ears.listen(...asked);
  };
  const end: postgres.Sql['end'] = async (options) => {
    ended ??= Promise.all([current.end(options), ears?.end(options)]);
    // A pool that lost a connection is ending already, in a time of its own.
    const patience = options?.timeout;
    const waited = patience === undefined ? [] : [new Promise((resolve) => setTimeout(resolve, patience * 1000))];
    await Promise.race([ended, ...waited]);
  };
  return new Proxy(current, {
    apply: (_, self, statement) => Reflect.apply(now(), self, statement),
    get(_, name) {
      if (name === 'listen') return listen;
      return name === 'end' ? end : Reflect.get(now(), name);
    },
  });
}
