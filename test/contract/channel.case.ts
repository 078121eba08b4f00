import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '../../channels/channel.ts';
import { RefusedError, RetryError, UnknownError } from '../../channels/errors.ts';
import type { OutboundMessage } from '../../channels/message.ts';

/** What can be made to happen to the next message, in words every provider shares. */
export type Mishap = 'busy' | 'refused' | 'lost' | 'silent' | 'broken before';

/** One channel, the outside world it talks to, and how to make that go wrong. */
export interface World {
  channel: Channel;
  /** The same channel with a key or password the provider does not know; null where there is none. */
  wrongKey: Channel | null;
  /** The same channel where nobody answers; null where nothing leaves. */
  away: Channel | null;
  message(deliveryId: string): OutboundMessage;
  /** How often the outside world took this delivery. */
  countOf(deliveryId: string): number;
  /** Makes the next message go wrong. */
  cause(mishap: Mishap): void;
  /** Seconds the provider asks us to wait when it is busy; null when it does not say. */
  retryAfter: number | null;
  close(): Promise<void>;
}

/** Why a channel need not pass a mishap: printed beside its name. */
export type Skips = Partial<Record<Mishap | 'wrong key' | 'away', string>>;

let serial = 0;
const nextId = () => `00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`;

const caught = async (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(() => null).catch((error: unknown) => error);

/** What every channel promises, over real sockets. Takes a name, how to set the world up, and what this channel cannot meet. */
export function channelContract(name: string, setUp: () => Promise<World>, skips: Skips = {}): void {
  const cases = (mishap: keyof Skips) => (skips[mishap] ? test.skip : test);
  const title = (words: string, mishap: keyof Skips) =>
    skips[mishap] ? `${words} (not here: ${skips[mishap]})` : words;

  describe(name, () => {
    let world: World;
    beforeAll(async () => {
      world = await setUp();
    });
    afterAll(() => world.close());

    test('hands a message over once and gives its id', async () => {
      const id = nextId();
      const result = await world.channel.send(world.message(id));
      expect(result.providerId).not.toBe('');
      expect(['accepted', 'sent', 'delivered']).toContain(result.status);
      expect(world.countOf(id)).toBe(1);
    });

    test('keeps messages apart when many go at once', async () => {
      const ids = Array.from({ length: 20 }, nextId);
      const results = await Promise.all(ids.map((id) => world.channel.send(world.message(id))));
      expect(new Set(results.map(({ providerId }) => providerId)).size).toBe(ids.length);
      expect(ids.map((id) => world.countOf(id))).toEqual(ids.map(() => 1));
    });

    cases('refused')(title('says refused when it will never go, and why in plain words', 'refused'), async () => {
      world.cause('refused');
      const id = nextId();
      const error = await caught(world.channel.send(world.message(id)));
      expect(error).toBeInstanceOf(RefusedError);
      expect(error).toMatchObject({ failure: 'hard' });
      expect(world.countOf(id)).toBe(0);
    });

    cases('busy')(
      title('says try later when the provider is busy, and how long it asked to wait', 'busy'),
      async () => {
        world.cause('busy');
        const id = nextId();
        const error = await caught(world.channel.send(world.message(id)));
        expect(error).toBeInstanceOf(RetryError);
        expect(error).toMatchObject({ retryAfter: world.retryAfter, channelDown: false });
        expect(world.countOf(id)).toBe(0);
      },
    );

    cases('lost')(title('says unknown when the connection breaks after it was taken', 'lost'), async () => {
      world.cause('lost');
      const id = nextId();
      expect(await caught(world.channel.send(world.message(id)))).toBeInstanceOf(UnknownError);
      expect(world.countOf(id)).toBe(1);
    });

    cases('silent')(title('says unknown when it was taken and no answer comes', 'silent'), async () => {
      world.cause('silent');
      const id = nextId();
      expect(await caught(world.channel.send(world.message(id)))).toBeInstanceOf(UnknownError);
      expect(world.countOf(id)).toBe(1);
    });

    cases('broken before')(
      title('never says it went when the connection breaks before it was taken', 'broken before'),
      async () => {
        world.cause('broken before');
        const id = nextId();
        const error = await caught(world.channel.send(world.message(id)));
        // A pool may know that nothing was written and go once more over another connection.
        const [kinds, count] = error === null ? [[], 1] : [[RetryError, UnknownError], 0];
        expect(error === null || kinds.some((kind) => error instanceof kind)).toBe(true);
        expect(world.countOf(id)).toBe(count);
      },
    );

    cases('away')(title('says the channel is down when nobody answers', 'away'), async () => {
      const error = await caught(world.away?.send(world.message(nextId())) ?? Promise.resolve());
      expect(error).toBeInstanceOf(RetryError);
      expect(error).toMatchObject({ channelDown: true });
    });

    cases('wrong key')(title('says the channel is down when our key is refused', 'wrong key'), async () => {
      const error = await caught(world.wrongKey?.send(world.message(nextId())) ?? Promise.resolve());
      expect(error).toBeInstanceOf(RetryError);
      expect(error).toMatchObject({ channelDown: true });
    });

    test('goes on as before after all of that', async () => {
      const id = nextId();
      await world.channel.send(world.message(id));
      expect(world.countOf(id)).toBe(1);
    });

    test('never tells a number, an address or words in its errors', async () => {
      for (const mishap of (['refused', 'busy', 'lost'] as const).filter((one) => !skips[one])) {
        world.cause(mishap);
        const message = world.message(nextId());
        const error = await caught(world.channel.send(message));
        expect(error instanceof Error ? error.message : '').not.toContain(message.to);
      }
      expect(world.channel.kind).toBe(world.message(nextId()).kind);
    });
  });
}
