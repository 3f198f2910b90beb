import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestApp, post, type TestApp } from '@/lib/testing/app';
import { traveller } from '@/lib/testing/journey';
import { POST as askAvailability } from './resources/[resourceId]/availability/route';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

it('a reference that travellers send again never reaches the vendor, who might repeat an earlier hold for it', async () => {
  const headers = { 'x-request-id': '0f8fad5b-d9cb-469f-a165-70867728950e' };
  const [ada, eve] = [await traveller(), await traveller()];
  await app.control.resetCalls();
  const asking = [
    { ...ada, time: '10:30' },
    { ...eve, time: '10:30' },
    { ...ada, time: '11:00' },
  ];
  for (const { as, pass, time } of asking) {
    const body = { passId: pass.passId, at: `2026-11-25T${time}`, adults: 1, children: 0 };
    expect((await post(askAvailability, { as, params: { resourceId: 'N00001' }, body, headers })).status).toBe(200);
  }
  const asked = (await app.control.calls()).recent.filter(({ operation }) => operation === 'availability');
  expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(3);
});
