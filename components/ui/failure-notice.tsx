import type { ApiErrorCode } from '@/lib/client/api';
import type messages from '@/messages/en.json';
import { Notice } from './notice';

/** Title, message and next step for each error code, as `errors` in messages. */
export type ErrorWords = Pick<(typeof messages)['errors'], ApiErrorCode>;

/** What happened, what to do, and the number support asks for; in place of what the traveller just tried. */
export function FailureNotice({
  failure,
  words,
  reference,
  action,
}: {
  failure: { code: ApiErrorCode; requestId: string | null };
  words: ErrorWords;
  /** With `{reference}` where the number stands. */
  reference: string;
  /** Said instead of the general next step. */
  action?: string | undefined;
}) {
  const { title, message, action: usual } = words[failure.code];
  return (
    <Notice tone="critical" title={title} isAlert>
      <p>{message}</p>
      <p>{action ?? usual}</p>
      {failure.requestId && (
        <p className="tabular break-all font-normal text-13">{reference.replace('{reference}', failure.requestId)}</p>
      )}
    </Notice>
  );
}
