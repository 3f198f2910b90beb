import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Answer, GATEWAY_HEADERS, sendJson } from './messages';
import { OPERATION_NAMES, type OperationName } from './operation';

export const FAULT_MODES = ['slow', 'fail', 'stall', 'reset', 'garbage', 'rate-limit', 'duplicate'] as const;

export const faultSchema = z.strictObject({
  operation: z.enum([...OPERATION_NAMES, '*']),
  /**
   * `slow` answers as usual after `ms`; `fail` answers `status`; `stall` sends the headers and half of the body, then nothing for `ms`;
   * `reset` cuts the connection; `garbage` sends half of an answer as if it were whole; `rate-limit` answers 429;
   * `duplicate` lets the call arrive twice, `before`: at once, and only the second answer is sent; `after`: again `ms` after the first was
   * answered.
   */
  mode: z.enum(FAULT_MODES),
  /** `before`: the call has no effect. `after`: it took effect, and only the answer is lost. */
  when: z.enum(['before', 'after']).default('before'),
  /** How many calls it strikes. */
  times: z.number().int().min(1).default(1),
  /** How many calls pass unharmed first. */
  skip: z.number().int().min(0).default(0),
  /** `slow`, `stall`, `duplicate`: how long, in milliseconds; `rate-limit`: `Retry-After`, rounded up to seconds. */
  ms: z.number().int().min(0).optional(),
  /** `fail` only; 500 unless told. */
  status: z.number().int().min(400).max(599).optional(),
  /** `duplicate` only: the second arrival is not known by its request id, as at a vendor that remembers none. */
  forgets: z.boolean().default(false),
});
export type FaultInput = z.input<typeof faultSchema>;
export type Fault = z.output<typeof faultSchema>;

/** How late a slow answer is unless told. */
export const SLOW_MS = 3_000;
const STALL_MS = 600_000;

/** The faults that wait for their calls. They live in memory: a restart heals everything. */
export class Faults {
  private waiting: Fault[] = [];

  add(fault: Fault): void {
    this.waiting.push({ ...fault });
  }

  clear(): void {
    this.waiting = [];
  }

  list(): Fault[] {
    return this.waiting.map((fault) => ({ ...fault }));
  }

  /** The fault that strikes this call, counted down; of several, the oldest. */
  take(operation: OperationName): Fault | null {
    const fault = this.waiting.find((candidate) => candidate.operation === operation || candidate.operation === '*');
    if (!fault) return null;
    if (fault.skip > 0) {
      fault.skip -= 1;
      return null;
    }
    fault.times -= 1;
    if (fault.times === 0) this.waiting = this.waiting.filter((candidate) => candidate !== fault);
    return fault;
  }
}

function failure(fault: Fault): Answer {
  if (fault.mode === 'rate-limit') {
    const seconds = Math.max(1, Math.ceil((fault.ms ?? 1_000) / 1_000));
    return {
      status: 429,
      body: { code: 42900, message: 'Too many requests.', data: null },
      headers: { ...GATEWAY_HEADERS, 'Retry-After': String(seconds) },
    };
  }
  const status = fault.status ?? 500;
  const code = status === 401 ? 40100 : status === 403 ? 40300 : status >= 500 ? 50000 : 40000;
  return { status, body: { code, message: 'Simulated failure.', data: null }, headers: GATEWAY_HEADERS };
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

/**
 * Lets the fault have its way with the answer.
 * @param answer what would have been sent; before the effect, a made-up success that is only ever sent in part
 */
export async function strike(fault: Fault, answer: Answer, request: IncomingMessage, response: ServerResponse) {
  const text = JSON.stringify(answer.body);
  const half = text.slice(0, Math.ceil(text.length / 2));
  switch (fault.mode) {
    case 'slow':
      await wait(fault.ms ?? SLOW_MS);
      return sendJson(response, answer);
    case 'duplicate':
      return sendJson(response, answer);
    case 'fail':
    case 'rate-limit':
      return sendJson(response, failure(fault));
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'garbage':
      response.writeHead(200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(half),
      });
      response.end(half);
      return;
    case 'stall':
      response.writeHead(200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(text),
      });
      response.write(half);
      await wait(fault.ms ?? STALL_MS);
      response.destroy();
  }
}
