import { type CleanedWhere, type CustomAdapter, createAdapterFactory } from 'better-auth/adapters';
import type { Db } from '../../db/connect.ts';
import { sha256 } from './hash.ts';

/**
 * Where the sign-in library keeps its rows: our own tables through our own client, so that it takes part in our transactions and
 * needs no second pool. The token of a session is stored as its hash and nowhere else: it is hashed on the way in and in every
 * condition, and what comes back carries the token that was asked with.
 */
export const authStore = (db: Db) =>
  createAdapterFactory({
    config: { adapterId: 'earshot', supportsNumericIds: false, supportsJSON: false },
    adapter: () => storeOn(db),
  });

type Row = Record<string, unknown>;

const isToken = (model: string, field: string) => model === 'session' && field === 'token';

/** The token a condition asks with, to give back in place of its hash. */
const askedToken = (model: string, where: readonly CleanedWhere[] = []) =>
  where.find((one) => isToken(model, one.field) && one.operator === 'eq')?.value;

async function hashedRow(model: string, row: Row): Promise<Row> {
  return model === 'session' && typeof row.token === 'string' ? { ...row, token: await sha256(row.token) } : row;
}

async function hashedWhere(model: string, where: readonly CleanedWhere[]): Promise<CleanedWhere[]> {
  const hash = (value: unknown) => sha256(String(value));
  return Promise.all(
    where.map(async (one) => {
      if (!isToken(model, one.field)) return one;
      const value = Array.isArray(one.value) ? await Promise.all(one.value.map(hash)) : await hash(one.value);
      return { ...one, value };
    }),
  );
}

/** The comparisons the library makes, each as SQL. */
const operators = {
  eq: (db: Db, { field, value }: CleanedWhere) =>
    value === null ? db`${db(field)} is null` : db`${db(field)} = ${value as string}`,
  ne: (db: Db, { field, value }: CleanedWhere) =>
    value === null ? db`${db(field)} is not null` : db`${db(field)} <> ${value as string}`,
  lt: (db: Db, { field, value }: CleanedWhere) => db`${db(field)} < ${value as string}`,
  lte: (db: Db, { field, value }: CleanedWhere) => db`${db(field)} <= ${value as string}`,
  gt: (db: Db, { field, value }: CleanedWhere) => db`${db(field)} > ${value as string}`,
  gte: (db: Db, { field, value }: CleanedWhere) => db`${db(field)} >= ${value as string}`,
  in: (db: Db, { field, value }: CleanedWhere) => db`${db(field)} in ${db(value as string[])}`,
} as const;

function conditionOf(db: Db, one: CleanedWhere) {
  if (!(one.operator in operators))
    throw new Error(`The sign-in library compares by ${one.operator}, which we do not know`);
  return operators[one.operator as keyof typeof operators](db, one);
}

/** Conditions joined as the library means it: left to right, each by its own connector. */
const conditions = (db: Db, where: readonly CleanedWhere[]) =>
  where.reduce((all, one) => {
    const next = conditionOf(db, one);
    return one.connector === 'OR' ? db`(${all} or ${next})` : db`(${all} and ${next})`;
  }, db`true`);

const withToken = (row: Row | undefined, token: unknown): Row | null =>
  row === undefined ? null : token === undefined ? row : { ...row, token };

interface Increment {
  model: string;
  where: CleanedWhere[];
  increment: Record<string, number>;
  set?: Record<string, unknown>;
}

function storeOn(db: Db): CustomAdapter {
  const select = async (model: string, where: readonly CleanedWhere[], rest = db``) =>
    db<Row[]>`select * from ${db(model)} where ${conditions(db, await hashedWhere(model, where))} ${rest}`;
  const update = async (model: string, where: readonly CleanedWhere[], changes: Row) =>
    db<Row[]>`
      update ${db(model)} set ${db(await hashedRow(model, changes))}
      where ${conditions(db, await hashedWhere(model, where))} returning *`;
  const remove = async (model: string, where: readonly CleanedWhere[]) =>
    (await db`delete from ${db(model)} where ${conditions(db, await hashedWhere(model, where))}`).count;
  return {
    async create({ model, data }) {
      const [row] = await db<Row[]>`insert into ${db(model)} ${db(await hashedRow(model, data))} returning *`;
      return withToken(row, model === 'session' ? data.token : undefined) as typeof data;
    },
    async findOne<T>({ model, where }: { model: string; where: CleanedWhere[] }) {
      const [row] = await select(model, where, db`limit 1`);
      return withToken(row, askedToken(model, where)) as T | null;
    },
    async findMany<T>({ model, where = [], limit }: { model: string; where?: CleanedWhere[]; limit: number }) {
      return (await select(model, where, db`limit ${limit}`)) as Row[] as T[];
    },
    async update<T>({ model, where, update: changes }: { model: string; where: CleanedWhere[]; update: T }) {
      const [row] = await update(model, where, changes as Row);
      return withToken(row, askedToken(model, where)) as T | null;
    },
    updateMany: async ({ model, where, update: changes }) => (await update(model, where, changes)).length,
    delete: async ({ model, where }) => void (await remove(model, where)),
    deleteMany: ({ model, where }) => remove(model, where),
    /** Takes a row away and gives it, so that of two who ask for it at one instant only one has it. */
    async consumeOne<T>({ model, where }: { model: string; where: CleanedWhere[] }) {
      const [row] = await db<Row[]>`
        delete from ${db(model)} where ${conditions(db, await hashedWhere(model, where))} returning *`;
      return withToken(row, askedToken(model, where)) as T | null;
    },
    async incrementOne<T>({ model, where, increment, set = {} }: Increment) {
      const added = Object.entries(increment).map(
        ([field, by]) => db`${db(field)} = coalesce(${db(field)}, 0) + ${by}`,
      );
      const changes = Object.entries(set).map(([field, value]) => db`${db(field)} = ${value as string}`);
      const [row] = await db<Row[]>`
        update ${db(model)} set ${[...added, ...changes].reduce((all, one) => db`${all}, ${one}`)}
        where ${conditions(db, await hashedWhere(model, where))} returning *`;
      return (row ?? null) as T | null;
    },
    count: async ({ model, where = [] }) => (await select(model, where)).length,
  };
}
