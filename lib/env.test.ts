import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brandCredentials, ENV_SHAPE, EnvError, readEnv } from './env';

const LIVE = {
  DRAGONPASS_BASE_URL: 'https://api.dragonpass.example/api/',
  DRAGONPASS_PROGRAM_ID: 'program',
  DRAGONPASS_CLIENT_ID: 'client',
  DRAGONPASS_CLIENT_SECRET: 'client-secret',
  SESSION_SECRET: 's'.repeat(32),
};

function problemsOf(source: Record<string, string | undefined>): string[] {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

describe('.env.example', () => {
  const example = readFileSync('.env.example', 'utf8');
  const names = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)];

  it('names every variable that is read, in the same order, and no other', () => {
    expect(names.map(([, name]) => name)).toEqual(Object.keys(ENV_SHAPE));
  });

  it('holds no value: what works without it is the default', () => {
    expect(names.map(([, , value]) => value).join('')).toBe('');
  });

  it('explains each of them', () => {
    for (const block of example.split('\n\n')) expect(block, block).toMatch(/^#/);
  });
});

describe('with nothing set', () => {
  it('the app runs on the embedded sandbox with its defaults', () => {
    expect(readEnv({})).toMatchObject({
      isProduction: false,
      appUrl: 'http://localhost:3000',
      port: 3000,
      dataDir: '.data',
      databaseUrl: null,
      sessionSecret: null,
      isSandbox: true,
      dragonpass: { baseUrl: null, version: 'v1' },
    });
  });

  it('an empty or blank value counts as unset', () => {
    const blank = Object.fromEntries(Object.keys(ENV_SHAPE).map((name, index) => [name, index % 2 ? '' : '  ']));
    expect(readEnv(blank)).toEqual(readEnv({}));
  });

  it('the public origin follows the port', () => {
    expect(readEnv({ PORT: '4000' }).appUrl).toBe('http://localhost:4000');
  });
});

describe('with DragonPass', () => {
  it('the sandbox is out of reach', () => {
    const env = readEnv(LIVE);
    expect(env.isSandbox).toBe(false);
    expect(env.dragonpass).toEqual({
      baseUrl: 'https://api.dragonpass.example/api',
      version: 'v1',
      programId: 'program',
      auth: { kind: 'token-api', clientId: 'client', clientSecret: 'client-secret' },
    });
  });

  it.each([
    'DRAGONPASS_BASE_URL',
    'DRAGONPASS_PROGRAM_ID',
    'DRAGONPASS_CLIENT_ID',
    'DRAGONPASS_CLIENT_SECRET',
    'SESSION_SECRET',
  ])('it does not start without %s', (name) => {
    expect(problemsOf({ ...LIVE, [name]: '' }).join('\n')).toContain(name);
  });

  it.each([
    'DRAGONPASS_PROGRAM_ID',
    'DRAGONPASS_CLIENT_ID',
    'DRAGONPASS_CLIENT_SECRET',
    'DRAGONPASS_ISSUER',
    'DRAGONPASS_SECRET_KEY',
    'DRAGONPASS_PRIVATE_KEY',
  ])('%s alone never falls back to the sandbox, where anybody may sign in', (name) => {
    expect(problemsOf({ [name]: 'real' }).join('\n')).toContain('DRAGONPASS_BASE_URL');
    expect(problemsOf({ [name]: 'real', DRAGONPASS_BASE_URL: 'http://127.0.0.1:4010/api' })).not.toEqual([]);
  });

  it('a shared secret or a private key signs tokens here, the private key first', () => {
    const issuer = { ...LIVE, DRAGONPASS_CLIENT_ID: '', DRAGONPASS_CLIENT_SECRET: '', DRAGONPASS_ISSUER: 'issuer' };
    expect(readEnv({ ...issuer, DRAGONPASS_SECRET_KEY: 'key' }).dragonpass.auth).toMatchObject({ algorithm: 'HS256' });
    expect(
      readEnv({ ...issuer, DRAGONPASS_SECRET_KEY: 'key', DRAGONPASS_PRIVATE_KEY: 'one\\ntwo' }).dragonpass.auth,
    ).toEqual({ kind: 'self-signed', issuer: 'issuer', algorithm: 'RS256', privateKey: 'one\ntwo' });
    expect(problemsOf(issuer).join()).toContain('DRAGONPASS_SECRET_KEY or DRAGONPASS_PRIVATE_KEY');
  });

  it('a sandbox beside us counts as one only on loopback and under its own credentials', () => {
    expect(readEnv({ DRAGONPASS_BASE_URL: 'http://127.0.0.1:4010/api' }).isSandbox).toBe(true);
    expect(readEnv({ ...LIVE, DRAGONPASS_BASE_URL: 'http://127.0.0.1:4010/api' }).isSandbox).toBe(false);
    expect(problemsOf({ DRAGONPASS_BASE_URL: 'https://api.dragonpass.example/api' })).not.toEqual([]);
  });
});

describe('what is wrong', () => {
  it('is told all at once, by name', () => {
    const problems = problemsOf({ PORT: 'x', DATABASE_URL: 'mysql://x', SESSION_SECRET: 'short', LOG_LEVEL: 'loud' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'SESSION_SECRET',
      'LOG_LEVEL',
    ]);
  });

  it('credentials do not travel in the open, but for a vendor on this machine', () => {
    const open = problemsOf({ ...LIVE, DRAGONPASS_BASE_URL: 'http://api.dragonpass.example/api' });
    expect(open).toEqual(['DRAGONPASS_BASE_URL must begin with https: unless it stays on this machine']);
    expect(problemsOf({ ...LIVE, DRAGONPASS_BASE_URL: 'http://127.0.0.1:4010/api' })).toEqual([]);
  });

  it('is told without any value, since values may be secrets', () => {
    const secrets = {
      SESSION_SECRET: 'hunter2-hunter2',
      DATABASE_URL: 'mysql://user:hunter2@db',
      DRAGONPASS_BASE_URL: 'hunter2',
      DRAGONPASS_API_VERSION: 'hunter2',
      DRAGONPASS_CLIENT_SECRET: 'hunter2',
    };
    expect(problemsOf(secrets).length).toBeGreaterThan(0);
    expect(problemsOf(secrets).join('\n')).not.toContain('hunter2');
  });
});

describe('a brand’s own credentials', () => {
  it('are read under its prefix', () => {
    const source = { AURORA_CLIENT_ID: 'a', AURORA_CLIENT_SECRET: 'b', DRAGONPASS_CLIENT_ID: 'c' };
    expect(brandCredentials('AURORA', source)).toEqual({ kind: 'token-api', clientId: 'a', clientSecret: 'b' });
  });

  it.each([
    ['nothing', {}],
    ['a client without its secret', { AURORA_CLIENT_ID: 'a' }],
    ['a secret without its client', { AURORA_CLIENT_SECRET: 'b' }],
    ['an issuer without a key', { AURORA_ISSUER: 'i' }],
  ])('are incomplete with %s', (_, source) => {
    expect(() => brandCredentials('AURORA', source)).toThrow(EnvError);
  });
});
