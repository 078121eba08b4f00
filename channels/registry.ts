import type { Channel } from './channel.ts';
import type { Printer } from './post/printer.ts';

/** The channels of one process. `print` is null where the process cannot print (a Worker). */
export interface Channels {
  readonly sms: Channel;
  readonly email: Channel;
  readonly print: Printer | null;
}

/** Frees sockets and threads. */
export async function closeChannels({ sms, email, print }: Channels): Promise<void> {
  await Promise.all([sms.close?.(), email.close?.(), print?.close()]);
}
