import type { Db } from '../../db/connect.ts';

/** A database that counts the statements (and parts of statements) written through it. */
export function counted(db: Db): { db: Db; statements: () => number } {
  let count = 0;
  const counting = new Proxy(db, {
    apply(target, self, given) {
      count += 1;
      return Reflect.apply(target, self, given);
    },
  });
  return { db: counting, statements: () => count };
}
