import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLog, type LogFields } from './log.ts';

function lines() {
  const written: string[] = [];
  return {
    written,
    log: createLog(
      () => new Date('2026-11-22T10:00:00Z'),
      (line) => written.push(line),
    ),
  };
}

test('a line is JSON with its time, level, event and fields', () => {
  const { written, log } = lines();
  log.info('drained', { count: 3, job: 'dispatch', id: '00000000-0000-4000-8000-000000000001' });
  expect(JSON.parse(written[0] ?? '')).toEqual({
    at: '2026-11-22T10:00:00.000Z',
    level: 'info',
    event: 'drained',
    count: 3,
    job: 'dispatch',
    id: '00000000-0000-4000-8000-000000000001',
  });
});

test.each([
  ['a phone number', '+447700900123'],
  ['a phone number without plus', '447700900123'],
  ['an email address', 'mary@example.org'],
  ['a code of an invitation', '1234 5678 9012'],
  ['an address', '12 High Street, Leeds LS1 1AA'],
  ['an answer', 'The lift is broken again'],
  ['a survey link', 'https://survey.example.org/s/123456789012'],
])('%s passes in no field and no event', (_name, personal) => {
  const { written, log } = lines();
  const keys = ['id', 'job', 'code', 'route', 'kind', 'error', 'places', 'deliveryId'] as const;
  for (const key of keys) log.info('x', { [key]: personal } as LogFields);
  log.info(personal);
  log.error('failed', Object.assign(new Error(personal), { code: personal, detail: personal }));
  expect(written.join('\n')).not.toContain(personal);
});

test('a field that is not on the list is dropped', () => {
  const { written, log } = lines();
  log.info('x', { name: 'mary', body: { phone: 1 } } as LogFields);
  expect(Object.keys(JSON.parse(written[0] ?? ''))).toEqual(['at', 'level', 'event']);
});

test('no run of twelve digits passes, whatever field it is put in', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z ./:]{0,8}\d{12}[a-zA-Z ./:]{0,8}$/), (text) => {
      const { written, log } = lines();
      log.warn(text, { code: text, job: text, route: `GET /${text}`, places: text, id: text });
      expect(written[0]).not.toMatch(/\d{12}/);
    }),
  );
});

test('an error tells its kind, its code and its place, never its message', () => {
  const { written, log } = lines();
  log.error('failed', Object.assign(new TypeError('mary said so'), { code: '23505' }));
  expect(JSON.parse(written[0] ?? '')).toMatchObject({
    error: 'TypeError',
    code: '23505',
    places: expect.stringMatching(/^server\/log\.test\.ts:\d+/),
  });
});
