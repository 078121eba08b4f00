import type { Db } from '../connect.ts';

/** Of a delivery `d`: it goes to many, so it waits in quiet hours and for the day's cap; an answer to what somebody sent us does not. */
export const isBulk = (db: Db) => db`d.kind in ('invitation', 'reminder', 'pack', 'event')`;

/** The others, as their index has it. */
export const isAnswer = (db: Db) => db`d.kind not in ('invitation', 'reminder', 'pack', 'event')`;
