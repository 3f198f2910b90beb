import 'server-only';
import { AppError } from './errors';

export const MAX_BODY_BYTES = 64 * 1024;

/**
 * The JSON body; undefined when there is none.
 * @throws AppError `invalid_request` for more than 64 kB and for anything that is not JSON
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
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(): AppError {
  return new AppError('invalid_request', { fields: { body: 'too_large' } });
}
