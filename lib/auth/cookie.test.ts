import { describe, expect, it, vi } from 'vitest';
import { clearSession, readSession, readSessionOfRequest, sealSession, startSession } from './cookie';
import type { Traveller } from './session';

const NOW = Date.parse('2026-11-22T03:00:00Z');
const SECRET = vi.hoisted(() => 'a secret that is long enough for a seal');
vi.mock('./secret', () => ({ sessionSecret: () => SECRET }));
const ADA: Traveller = {
  clientUserId: 'c-1',
  firstName: 'Ada',
  lastName: 'O’Brien-Łukasz',
  email: null,
  phoneNumber: null,
  locale: null,
};
const session = startSession('layover', ADA, () => NOW);
const HOURS = 60 * 60 * 1000;

async function sealedValue(secret = SECRET): Promise<string> {
  const line = await sealSession(session, { isHttps: true }, secret);
  return line.slice(line.indexOf('=') + 1, line.indexOf(';'));
}

describe('the session cookie', () => {
  it('is bound to this host and to https, out of reach of scripts, and lasts twelve hours', async () => {
    const line = await sealSession(session, { isHttps: true }, SECRET);
    expect(line).toMatch(/^__Host-layover=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/);
  });

  it('has a plain name on http, where browsers refuse the prefix', async () => {
    const line = await sealSession(session, { isHttps: false }, SECRET);
    expect(line).toMatch(/^layover-session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
  });

  it('shows nothing of the traveller to who reads it', async () => {
    const value = await sealedValue();
    for (const text of ['Ada', 'c-1', 'layover', Buffer.from('Ada').toString('base64').slice(0, 4)]) {
      expect(value).not.toContain(text);
    }
  });

  it('is taken away by the same name and path', () => {
    expect(clearSession({ isHttps: true })).toBe('__Host-layover=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure');
  });
});

describe('reading the session', () => {
  it('answers who was signed in', async () => {
    expect(await readSession(await sealedValue(), 'layover', () => NOW, SECRET)).toEqual(session);
  });

  it('ends after twelve hours, to the millisecond', async () => {
    const value = await sealedValue();
    expect(await readSession(value, 'layover', () => NOW + 12 * HOURS - 1, SECRET)).not.toBeNull();
    expect(await readSession(value, 'layover', () => NOW + 12 * HOURS, SECRET)).toBeNull();
  });

  it('is nobody at another brand', async () => {
    expect(await readSession(await sealedValue(), 'aurora', () => NOW, SECRET)).toBeNull();
  });

  it('is nobody when the seal was made with another secret', async () => {
    const value = await sealedValue('another secret, which is just as long');
    expect(await readSession(value, 'layover', () => NOW, SECRET)).toBeNull();
  });

  it('is nobody when one character was changed', async () => {
    const value = await sealedValue();
    const middle = Math.floor(value.length / 2);
    const changed = value.slice(0, middle) + (value[middle] === 'a' ? 'b' : 'a') + value.slice(middle + 1);
    expect(await readSession(changed, 'layover', () => NOW, SECRET)).toBeNull();
  });

  it.each([undefined, '', 'Fe26.2*1*x', '{"brandId":"layover"}', '%'])('is nobody for the value %s', async (value) => {
    expect(await readSession(value, 'layover', () => NOW, SECRET)).toBeNull();
  });
});

describe('the session of a request', () => {
  const requestWith = async (name: string, headers: Record<string, string>) => {
    const value = await sealedValue();
    return new Request('http://localhost/', { headers: { cookie: `a=b; ${name}=${value}; c=d`, ...headers } });
  };

  it('is read from the prefixed cookie over https', async () => {
    const request = await requestWith('__Host-layover', { host: 'bank.example', 'x-forwarded-proto': 'https' });
    expect(await readSessionOfRequest(request, 'layover', () => NOW)).toEqual(session);
  });

  it('is not read over https from the plain cookie, which a neighbour host could have set', async () => {
    const request = await requestWith('layover-session', { host: 'bank.example', 'x-forwarded-proto': 'https' });
    expect(await readSessionOfRequest(request, 'layover', () => NOW)).toBeNull();
  });

  it('is read from the plain cookie on localhost', async () => {
    const request = await requestWith('layover-session', { host: 'localhost:3000' });
    expect(await readSessionOfRequest(request, 'layover', () => NOW)).toEqual(session);
  });
});
