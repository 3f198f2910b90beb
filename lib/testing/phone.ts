import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { z } from 'zod';
import { GET as bookingForApple } from '@/app/api/bookings/[bookingId]/wallet/apple/route';
import { GET as passForApple } from '@/app/api/passes/[passId]/wallet/apple/route';
import {
  POST as register,
  DELETE as unregister,
} from '@/app/api/wallet/apple/v1/devices/[deviceId]/registrations/[passTypeId]/[serialNumber]/route';
import { GET as listChanged } from '@/app/api/wallet/apple/v1/devices/[deviceId]/registrations/[passTypeId]/route';
import { GET as getLatest } from '@/app/api/wallet/apple/v1/passes/[passTypeId]/[serialNumber]/route';
import type { Session } from '@/lib/auth/session';
import type { RouteHandler } from '@/lib/server/handle';
import { download } from './app';
import { type ApplePassJson, openPass, passesOf } from './pkpass';

const changedSchema = z.object({ serialNumbers: z.array(z.string()), lastUpdated: z.string() });

/** A pass as a phone has it. */
export type Held = { json: ApplePassJson; bytes: Uint8Array; modified: string | null };
type Changes = { authorization?: string | null; serialNumber?: string; pushToken?: unknown; host?: string };

type Method = 'GET' | 'POST' | 'DELETE';
type Call = { method: Method; handler: RouteHandler; held: Held; where: string; changes: Changes };

const REGISTRATION = '/v1/devices/{deviceId}/registrations/{passTypeId}/{serialNumber}';

/** A phone with Apple's wallet: it asks what Apple's documentation says, under the pass's own address, and sends no cookie. */
export function newPhone(wwdrCertificate: string) {
  const deviceId = randomBytes(16).toString('hex');
  const pushToken = randomBytes(32).toString('hex');
  const call = (method: Method, handler: RouteHandler, held: Held, where: string, changes: Changes = {}) =>
    callOf({ deviceId, pushToken }, { method, handler, held, where, changes });
  return {
    deviceId,
    pushToken,
    /** Taps the link under a pass or a booking. */
    async add(as: Session, of: { passId: string } | { bookingId: string }): Promise<Held[]> {
      const answer = await download('passId' in of ? passForApple : bookingForApple, { as, params: of });
      expect(answer.status).toBe(200);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const files = answer.headers.get('content-type')?.endsWith('pkpasses') ? passesOf(bytes) : [bytes];
      return Promise.all(
        files.map(async (file) => {
          const { json } = await openPass(file, wwdrCertificate);
          return { json, bytes: file, modified: null };
        }),
      );
    },
    register: (held: Held, changes?: Changes) => call('POST', register, held, REGISTRATION, changes).send(),
    remove: (held: Held, changes?: Changes) => call('DELETE', unregister, held, REGISTRATION, changes).send(),
    /** The answer to "what changed since": null for nothing. */
    async changed(held: Held, since?: string): Promise<z.infer<typeof changedSchema> | null> {
      const where = '/v1/devices/{deviceId}/registrations/{passTypeId}';
      const query = since === undefined ? '' : `?passesUpdatedSince=${since}`;
      const answer = await call('GET', listChanged, held, where + query, { authorization: null }).send();
      if (answer.status === 204) return null;
      expect(answer.status).toBe(200);
      return changedSchema.parse(await answer.json());
    },
    ask(held: Held, changes?: Changes): Promise<Response> {
      const { headers, send } = call('GET', getLatest, held, '/v1/passes/{passTypeId}/{serialNumber}', changes);
      if (held.modified !== null) headers.set('if-modified-since', held.modified);
      return send();
    },
    /** The pass as it is now, its signature checked; the same as before where nothing changed. */
    async refresh(held: Held): Promise<Held> {
      const answer = await this.ask(held);
      if (answer.status === 304) return held;
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/vnd.apple.pkpass');
      const file = new Uint8Array(await answer.arrayBuffer());
      const { json } = await openPass(file, wwdrCertificate);
      return { json, bytes: file, modified: answer.headers.get('last-modified') };
    },
  };
}

/** The request that is about to be sent; its headers may still be changed. */
function callOf(phone: { deviceId: string; pushToken: string }, { method, handler, held, where, changes }: Call) {
  const { deviceId } = phone;
  const { webServiceURL, authenticationToken, passTypeIdentifier: passTypeId } = held.json;
  const serialNumber = changes.serialNumber ?? held.json.serialNumber;
  const [path = '', search = ''] = where.split('?');
  const params = { deviceId, passTypeId, serialNumber };
  const names = Object.keys(params).filter((name) => path.includes(`{${name}}`)) as (keyof typeof params)[];
  const url = new URL(names.reduce((text, name) => text.replace(`{${name}}`, params[name]), `${webServiceURL}${path}`));
  url.search = search;
  const headers = new Headers({ host: changes.host ?? url.host });
  const { authorization = `ApplePass ${authenticationToken}` } = changes;
  if (authorization !== null) headers.set('authorization', authorization);
  const body = method === 'POST' ? { body: JSON.stringify({ pushToken: changes.pushToken ?? phone.pushToken }) } : {};
  return {
    headers,
    send: () =>
      handler(new Request(url, { method, headers, ...body }), {
        params: Promise.resolve(Object.fromEntries(names.map((name) => [name, params[name]]))),
      }),
  };
}
