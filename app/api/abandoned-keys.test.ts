import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '@/lib/auth/session';
import { ownerOf } from '@/lib/server/caller';
import { claimIdempotencyKey } from '@/lib/store/idempotency';
import { newId } from '@/lib/store/ids';
import { newTraveller, openTestApp, post, type TestApp } from '@/lib/testing/app';
import { errorOf } from '@/lib/testing/journey';
import { POST as issuePass } from './passes/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

/** What a process leaves that is killed between claiming the key and writing down what it makes. */
async function claimAndDie(as: Session, key: string): Promise<void> {
  const body = JSON.stringify(['POST', '/api/test', [['offerId', 'lounge-pair']]]);
  const hash = createHash('sha256').update(body).digest('hex');
  await claimIdempotencyKey(app.store.db, ownerOf(as), key, hash, newId('ps'), app.runtime.clock());
}

it('a key whose process died before it began is refused at first, and works two minutes later, once', async () => {
  const as = newTraveller();
  const key = randomUUID();
  await claimAndDie(as, key);
  const send = () => post(issuePass, { as, key, body: { offerId: 'lounge-pair' } });
  const early = await send();
  expect(errorOf(early).code).toBe('idempotency_conflict');
  expect(early.headers.get('retry-after')).toBe('2');
  await app.advance(2 * 60_000 + 1_000);
  const replies = await Promise.all([send(), send(), send()]);
  // The others hear of the one that is at it, or are asked to come back.
  for (const { status } of replies) expect([201, 202, 409]).toContain(status);
  expect(replies.filter(({ status }) => status === 201)).not.toEqual([]);
  expect(await app.control.passes(as.clientUserId)).toHaveLength(1);
});
