import { z } from 'zod';
import type { DragonPassAuth } from '@/lib/dragonpass/token';
import { SANDBOX_CREDENTIALS as SANDBOX } from '@/lib/sandbox/credentials';

export type DragonPassConfig = {
  /** Null: the embedded sandbox, whose address is known once it runs. Ends in `/api`, without a version. */
  baseUrl: string | null;
  version: 'v1' | 'v2';
  programId: string;
  auth: DragonPassAuth;
};

export type Env = {
  isProduction: boolean;
  appUrl: string;
  port: number;
  dataDir: string;
  brandsDir: string;
  databaseUrl: string | null;
  /** Null: generate one and keep it in `dataDir` (sandbox only). */
  sessionSecret: string | null;
  dragonpass: DragonPassConfig;
  /** True with the embedded sandbox, and with one that runs beside us on loopback under the sandbox's own credentials. */
  isSandbox: boolean;
  /** Port of the embedded sandbox; 0 is any free one. */
  sandboxPort: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
};

const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() || null);

const port = (fallback: number) =>
  text.transform((value, context) => {
    const number = value === null ? fallback : Number(value);
    if (Number.isInteger(number) && number >= 0 && number <= 65535) return number;
    context.addIssue({ code: 'custom', message: 'must be a port number' });
    return z.NEVER;
  });

const url = (protocols: string[]) =>
  text.transform((value, context) => {
    if (value === null) return null;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value.replace(/\/+$/, '');
    context.addIssue({ code: 'custom', message: `must be a URL that begins with ${protocols.join(' or ')}` });
    return z.NEVER;
  });

/** Every variable this program reads, in the order of `.env.example`. An empty value means unset. */
export const ENV_SHAPE = {
  NODE_ENV: text,
  APP_URL: url(['http:', 'https:']),
  PORT: port(3000),
  DATA_DIR: text,
  BRANDS_DIR: text,
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  SESSION_SECRET: text.refine((value) => value === null || value.length >= 32, 'must have 32 characters or more'),
  DRAGONPASS_BASE_URL: url(['http:', 'https:']),
  DRAGONPASS_API_VERSION: text.pipe(z.enum(['v1', 'v2'], 'must be v1 or v2').nullable()),
  DRAGONPASS_PROGRAM_ID: text,
  DRAGONPASS_CLIENT_ID: text,
  DRAGONPASS_CLIENT_SECRET: text,
  DRAGONPASS_ISSUER: text,
  DRAGONPASS_SECRET_KEY: text,
  DRAGONPASS_PRIVATE_KEY: text,
  SANDBOX_PORT: port(0),
  LOG_LEVEL: text.pipe(z.enum(['debug', 'info', 'warn', 'error', 'silent']).nullable()),
} as const;

const envSchema = z.object(ENV_SHAPE);
type Values = z.infer<typeof envSchema>;
type Source = Record<string, string | undefined>;

/** Carries one line for each thing that is wrong, without any value: values may be secrets. */
export class EnvError extends Error {
  override name = 'EnvError';
  constructor(readonly problems: string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

let cached: Env | undefined;

/** The configuration, read once. Throws `EnvError`; `instrumentation.ts` asks first, so a bad one stops the start. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** Reads a configuration from the given variables. */
export function readEnv(source: Source): Env {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const values = parsed.data;
  const isSandbox = pointsAtSandbox(values);
  const problems = isSandbox ? [] : problemsWithoutSandbox(values);
  const auth = dragonPassAuth(values);
  if (typeof auth === 'string') problems.push(auth);
  if (problems.length > 0 || typeof auth === 'string') throw new EnvError(problems);
  return {
    isProduction: values.NODE_ENV === 'production',
    appUrl: values.APP_URL ?? `http://localhost:${values.PORT}`,
    port: values.PORT,
    dataDir: values.DATA_DIR ?? '.data',
    brandsDir: values.BRANDS_DIR ?? 'lib/brand/brands',
    databaseUrl: values.DATABASE_URL,
    sessionSecret: values.SESSION_SECRET,
    dragonpass: {
      baseUrl: values.DRAGONPASS_BASE_URL,
      version: values.DRAGONPASS_API_VERSION ?? 'v1',
      programId: values.DRAGONPASS_PROGRAM_ID ?? SANDBOX.programId,
      auth,
    },
    isSandbox,
    sandboxPort: values.SANDBOX_PORT,
    logLevel: values.LOG_LEVEL ?? 'info',
  };
}

/**
 * Credentials a brand brings itself: `<prefix>_CLIENT_ID`, `<prefix>_CLIENT_SECRET`, or `_ISSUER` with `_SECRET_KEY` or
 * `_PRIVATE_KEY`. Throws `EnvError` when none of the three is complete.
 */
export function brandCredentials(prefix: string, source: Source = process.env): DragonPassAuth {
  const read = (name: string) => source[`${prefix}_${name}`]?.trim() || null;
  const auth = dragonPassAuth({
    DRAGONPASS_CLIENT_ID: read('CLIENT_ID'),
    DRAGONPASS_CLIENT_SECRET: read('CLIENT_SECRET'),
    DRAGONPASS_ISSUER: read('ISSUER'),
    DRAGONPASS_SECRET_KEY: read('SECRET_KEY'),
    DRAGONPASS_PRIVATE_KEY: read('PRIVATE_KEY'),
  });
  const isGiven = ['CLIENT_ID', 'ISSUER'].some((name) => read(name) !== null);
  if (typeof auth === 'string' || !isGiven)
    throw new EnvError([`${prefix}_CLIENT_ID and its companions are incomplete`]);
  return auth;
}

/**
 * Other secrets a brand brings itself, `<prefix>_<name>`: null where unset. Line breaks of a PEM may be written as `\n`,
 * as deployment tools hand it over on one line.
 */
export function brandSecrets<N extends string>(
  prefix: string,
  names: readonly N[],
  source: Source = process.env,
): Record<N, string | null> {
  const values = names.map((name) => [name, source[`${prefix}_${name}`]?.trim().replaceAll('\\n', '\n') || null]);
  return Object.fromEntries(values);
}

function pointsAtSandbox(values: Values): boolean {
  const base = values.DRAGONPASS_BASE_URL;
  // Half of a real configuration, for one with a name misspelled, must not open the demo to everybody.
  const isOurs =
    (values.DRAGONPASS_CLIENT_ID ?? SANDBOX.clientId) === SANDBOX.clientId &&
    (values.DRAGONPASS_CLIENT_SECRET ?? SANDBOX.clientSecret) === SANDBOX.clientSecret &&
    (values.DRAGONPASS_PROGRAM_ID ?? SANDBOX.programId).startsWith('sandbox-') &&
    [values.DRAGONPASS_ISSUER, values.DRAGONPASS_SECRET_KEY, values.DRAGONPASS_PRIVATE_KEY].every((v) => v === null);
  return isOurs && (base === null || isLoopback(base));
}

function isLoopback(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

/** Credentials and codes that open doors travel on this connection. */
function sendsSecretsInTheOpen(url: string | null): boolean {
  return url !== null && new URL(url).protocol === 'http:' && !isLoopback(url);
}

function problemsWithoutSandbox(values: Values): string[] {
  const problems: string[] = [];
  if (!values.DRAGONPASS_BASE_URL) problems.push('DRAGONPASS_BASE_URL is needed when any other of DragonPass is set');
  if (sendsSecretsInTheOpen(values.DRAGONPASS_BASE_URL)) {
    problems.push('DRAGONPASS_BASE_URL must begin with https: unless it stays on this machine');
  }
  if (!values.DRAGONPASS_PROGRAM_ID) problems.push('DRAGONPASS_PROGRAM_ID is needed outside the sandbox');
  if (!values.DRAGONPASS_CLIENT_ID && !values.DRAGONPASS_ISSUER) {
    problems.push('DRAGONPASS_CLIENT_ID, or DRAGONPASS_ISSUER for tokens signed here, is needed outside the sandbox');
  }
  if (!values.SESSION_SECRET) problems.push('SESSION_SECRET is needed outside the sandbox');
  return problems;
}

function dragonPassAuth(
  values: Pick<
    Values,
    | 'DRAGONPASS_CLIENT_ID'
    | 'DRAGONPASS_CLIENT_SECRET'
    | 'DRAGONPASS_ISSUER'
    | 'DRAGONPASS_SECRET_KEY'
    | 'DRAGONPASS_PRIVATE_KEY'
  >,
): DragonPassAuth | string {
  const { DRAGONPASS_ISSUER: issuer, DRAGONPASS_SECRET_KEY: secretKey, DRAGONPASS_PRIVATE_KEY: privateKey } = values;
  if (issuer) {
    // Deployment tools hand a PEM over on one line, with `\n` written out.
    if (privateKey) {
      return { kind: 'self-signed', issuer, algorithm: 'RS256', privateKey: privateKey.replaceAll('\\n', '\n') };
    }
    if (secretKey) return { kind: 'self-signed', issuer, algorithm: 'HS256', secretKey };
    return 'DRAGONPASS_ISSUER needs DRAGONPASS_SECRET_KEY or DRAGONPASS_PRIVATE_KEY beside it';
  }
  const clientId = values.DRAGONPASS_CLIENT_ID ?? SANDBOX.clientId;
  if (values.DRAGONPASS_CLIENT_SECRET) {
    return { kind: 'token-api', clientId, clientSecret: values.DRAGONPASS_CLIENT_SECRET };
  }
  if (clientId !== SANDBOX.clientId) return 'DRAGONPASS_CLIENT_ID needs DRAGONPASS_CLIENT_SECRET beside it';
  return { kind: 'token-api', clientId, clientSecret: SANDBOX.clientSecret };
}
