import { customType, timestamp } from 'drizzle-orm/pg-core';

/** A moment: timestamptz, read as a Date. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });

/** The bytes of a file. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
