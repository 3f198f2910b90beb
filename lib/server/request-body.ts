import 'server-only';
import { AppError } from './errors';

export const MAX_BODY_BYTES = 64 * 1024;

/**
 * The JSON body; undefined when there is none.
 * @throws AppError `invalid_request` for more than 64 kB, for anything that is not JSON, and when the sender hangs up
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('invalid_request', { cause, fields: { body: 'not_json' } });
  }
}

/** Reads at most the limit: a sender that lies about the length cannot fill the memory. */
async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await nextOf(reader); !part.done; part = await nextOf(reader)) {
    size += part.value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A sender who hangs up half way is no fault of ours, and asks for nothing. */
async function nextOf(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch (cause) {
    throw new AppError('invalid_request', { cause, fields: { body: 'cut_off' } });
  }
}

function tooLarge(): AppError {
  return new AppError('invalid_request', { fields: { body: 'too_large' } });
}
