import { randomBytes } from 'node:crypto';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Faults, portOf, Tally } from './server.ts';

/**
 * Not taken: `busy` (451 for the recipient), `full` (421, all of it), `refuse` (550 5.1.1), `spam` (554 5.7.1 after the words),
 * `hangup` (the connection breaks before the words). Taken, but we never hear: `lost`, `slow`.
 */
export type SmtpFault = 'busy' | 'full' | 'refuse' | 'spam' | 'hangup' | 'lost' | 'slow';

/** A mail the server took. */
export interface TakenMail {
  envelope: { from: string; to: string[] };
  raw: string;
  deliveryId: string | null;
}

export interface SmtpOptions {
  user?: string;
  password?: string;
  /** Called as soon as a mail is taken, before that is said. */
  onTaken?: () => void;
}

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** A real SMTP server that wants a password, keeps what it takes, and fails as told. */
export async function startSmtp(options: SmtpOptions = {}) {
  const user = options.user ?? 'earshot';
  const password = options.password ?? randomBytes(12).toString('hex');
  const faults = new Faults<SmtpFault>();
  const accepted: TakenMail[] = [];
  const tally = new Tally();
  const running = new Map<string, SmtpFault | null>();

  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    logger: false,
    onAuth: (auth, _session, done) =>
      auth.username === user && auth.password === password ? done(null, { user }) : done(refusal(535, '5.7.8 No')),
    onMailFrom: (_address, session, done) => {
      running.set(session.id, faults.take());
      done(running.get(session.id) === 'full' ? refusal(421, '4.3.2 Too busy') : null);
    },
    onRcptTo: (_address, session, done) => {
      const fault = running.get(session.id);
      if (fault === 'hangup') return hangUp(session);
      if (fault === 'busy') return done(refusal(451, '4.7.1 Greylisted'));
      done(fault === 'refuse' ? refusal(550, '5.1.1 No such user') : null);
    },
    onData: (stream, session, done) => {
      const take = (raw: string) => {
        const fault = running.get(session.id);
        if (fault === 'spam') return done(refusal(554, '5.7.1 We do not like it'));
        const mail = taken(session, raw);
        accepted.push(mail);
        tally.add(mail.deliveryId);
        options.onTaken?.();
        if (fault === 'lost') return hangUp(session);
        if (fault !== 'slow') done(null, 'queued');
      };
      // A mail that breaks off is not taken.
      readAll(stream).then(take, () => {});
    },
  });
  const sockets = new Map<number, () => void>();
  server.server.on('connection', (socket) => sockets.set(socket.remotePort ?? 0, () => socket.destroy()));
  server.on('error', () => {});
  const hangUp = (session: SMTPServerSession) => sockets.get(session.remotePort)?.();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));

  return {
    url: `smtp://${user}:${password}@127.0.0.1:${portOf(server.server)}`,
    /** The same server with a password it does not know. */
    wrongUrl: `smtp://${user}:wrong@127.0.0.1:${portOf(server.server)}`,
    accepted,
    countOf: tally.countOf,
    doubled: tally.doubled,
    fail: (fault: SmtpFault, times = 1) => faults.add(fault, times),
    close: async () => {
      for (const destroy of sockets.values()) destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function readAll(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function taken(session: SMTPServerSession, raw: string): TakenMail {
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
  return { envelope, raw, deliveryId: /^X-Earshot-Delivery:\s*(\S+)/im.exec(raw)?.[1] ?? null };
}
