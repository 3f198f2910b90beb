import { expect, it } from 'vitest';
import { createLogger } from './log';

function linesOf(write: (log: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  write(createLogger('info', { write: (line) => void lines.push(line) }));
  return lines;
}

it('hides people’s details and codes that open a door, wherever they stand', () => {
  const [line = ''] = linesOf((log) =>
    log.info({
      requestId: 'r-1',
      firstName: 'Ada',
      session: { email: 'ada@bank.example', traveller: { lastName: 'Lovelace' } },
      pass: { ePassId: '1788000066668888', vouchers: [{ code: 'V-1' }] },
      headers: { authorization: 'Bearer secret-token', cookie: 'layover-session=seal' },
    }),
  );
  for (const secret of ['Ada', 'ada@', 'Lovelace', '1788', 'V-1', 'secret-token', 'seal'])
    expect(line).not.toContain(secret);
  expect(JSON.parse(line)).toMatchObject({ requestId: 'r-1', firstName: '[hidden]' });
});

it('writes one JSON object a line, with the time', () => {
  const lines = linesOf((log) => {
    log.info('one');
    log.debug('not at this level');
    log.warn('two');
  });
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['one', 'two']);
  expect(JSON.parse(lines[0] ?? '').time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});
