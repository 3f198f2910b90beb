import 'server-only';
import type { ErrorCode } from '@/lib/contract/errors';
import messages from '@/messages/en.json';

/** One sentence for the error envelope, for whoever reads the API itself. */
export function errorMessage(code: ErrorCode): string {
  return messages.errors[code].message;
}
