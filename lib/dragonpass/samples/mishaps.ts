import type { DragonPassClient } from '../client';
import { json, type Reply } from './vendor-stub';

export const REQUEST_ID = '0b0a1c8e-4c57-4f1a-9f1a-000000000001';
export const E_PASS_ID = '1788000066668888';

export const book = (dragonpass: DragonPassClient) =>
  dragonpass.prebook({
    module: 1,
    ePassId: E_PASS_ID,
    prebookingToken: 'secret-token',
    details: { email: 'ada@example.com' },
    requestId: REQUEST_ID,
  });

/** With a pass it takes a hold; without, it is a read. */
export const ask = (dragonpass: DragonPassClient, ePassId?: string) =>
  dragonpass.checkAvailability({
    ...(ePassId === undefined ? {} : { ePassId }),
    module: 1,
    resourceId: 'N00001',
    at: '2026-12-01T10:30',
    adults: 1,
    children: 0,
    requestId: REQUEST_ID,
  });

/** Ways in which an answer goes wrong. */
export const garbage: Reply = (response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"code":0,"da');
export const page: Reply = (response) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Maintenance');
export const reset: Reply = (response) => void response.socket?.resetAndDestroy();
export const stall: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"code":0,');
};
export const silence: Reply = () => undefined;
export const gateway: Reply = (response) => response.writeHead(502).end('<html>Bad gateway');
export const internal: Reply = (response) => json(response, 500, { code: 50000, message: 'Internal error.' });
export const internalInside200: Reply = (response) => json(response, 200, { code: 50000, message: 'Internal error.' });
export const refused: Reply = (response) => json(response, 409, { code: 40910, message: 'Full.' });
export const refusedInside200: Reply = (response) => json(response, 200, { code: 40910, message: 'Full.', data: null });
