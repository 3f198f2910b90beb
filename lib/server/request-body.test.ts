import { expect, it } from 'vitest';
import { readJsonBody } from './request-body';

it('a sender who hangs up half way has asked for nothing, which is no fault of ours', async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"holdId":'));
    },
    pull(controller) {
      controller.error(new Error('aborted'));
    },
  });
  // Sent as a stream, which the browser's types do not know of.
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
  const request = new Request('http://localhost/api/bookings', init);
  await expect(readJsonBody(request)).rejects.toMatchObject({ code: 'invalid_request', fields: { body: 'cut_off' } });
});
