import 'server-only';
import pino, { type DestinationStream, type Logger } from 'pino';
import { env } from '@/lib/env';

/** Keys that never reach a log line, wherever in an object they stand: people's details, codes that open a door, secrets. */
const PRIVATE_KEYS = [
  'firstName',
  'lastName',
  'email',
  'phoneNumber',
  'clientUserId',
  'details',
  'code',
  'ePassId',
  'voucher',
  'vouchers',
  'prebookingToken',
  'token',
  'authorization',
  'cookie',
  'clientSecret',
  'secretKey',
  'privateKey',
  'sessionSecret',
] as const;

const REDACT_PATHS = PRIVATE_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** A logger that writes one JSON object a line. Keys listed above come out as `[hidden]`, three levels deep. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACT_PATHS, censor: '[hidden]' },
  };
  return destination ? pino(options, destination) : pino(options);
}

let shared: Logger | undefined;

export function logger(): Logger {
  shared ??= createLogger(env().logLevel);
  return shared;
}

/**
 * One line for an exception that escaped a page or a handler. The digest is the reference the error page shows. The path
 * is left out: the route pattern says where, without anybody's ids.
 */
export function logRequestError(error: unknown, request: { method: string; route: string }): void {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  logger().error({ err: error, digest, ...request }, 'request failed');
}
