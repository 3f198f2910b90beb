import 'server-only';
import { z } from 'zod';
import { isWalletToken } from '@/lib/auth/wallet-token';
import type { BrandWithFolder } from '@/lib/brand/registry';
import { type AppleKeys, isAppleValid, walletKeys } from '@/lib/brand/wallet-keys';
import { type Answer, payloadOf, respond } from '../answer';
import { currentBrandOf } from '../caller-brand';
import { AppError } from '../errors';
import { parsed } from '../field-problems';
import { answering, type RouteHandler } from '../handle';
import { clientAddress, isCounted, takeCall } from '../rate-limit';
import { readJsonBody } from '../request-body';

export type AppleContext<P, Q, B> = {
  brand: BrandWithFolder;
  keys: AppleKeys;
  params: P;
  query: Q;
  body: B;
  request: Request;
};

type Options<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = { params?: P; query?: Q; body?: B };

/**
 * Wraps what phones ask about passes in Apple's wallet. No browser and no person is there: no origin, no cookie, nothing but
 * the card's own token says that the phone was given it. Brand by host, rate limits, contract, token, one log line without
 * ids, errors in the envelope.
 */
export function handleApple<
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
>(
  options: Options<P, Q, B>,
  run: (context: AppleContext<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answer<unknown>>,
): RouteHandler {
  return (request, context) =>
    answering(request, context.params, async (requestId) => {
      const brand = currentBrandOf(request);
      const { apple: keys } = walletKeys(brand);
      if (!keys || !isAppleValid(keys)) throw new AppError('not_found');
      const address = clientAddress(request.headers);
      if (isCounted('read', address)) takeCall('read', `wallet ${address}`);
      // Next hands over none at all for a route without variable parts.
      const given = (await context.params) ?? {};
      const params = parsed(options.params ?? z.unknown(), given) as z.output<P>;
      requirePass(brand.id, keys, given, request);
      const { searchParams } = new URL(request.url);
      const query = parsed(options.query ?? z.unknown(), Object.fromEntries(searchParams)) as z.output<Q>;
      const body = (options.body ? parsed(options.body, await readJsonBody(request)) : undefined) as z.output<B>;
      const { status, headers, body: answered } = await run({ brand, keys, params, query, body, request });
      const isEmpty = status === 204 || status === 304;
      if (isEmpty) return new Response(null, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
      return respond(payloadOf(answered), { status, headers, requestId });
    });
}

/**
 * A pass type that is not this brand's is not here; a card is told of to whoever shows its token, and nothing is said about
 * whether there is such a card to anybody else.
 * @throws AppError `not_found`, `not_signed_in`, `rate_limited`
 */
function requirePass(
  brandId: string,
  keys: AppleKeys,
  { passTypeId, serialNumber }: Record<string, unknown>,
  request: Request,
): void {
  if (passTypeId !== undefined && passTypeId !== keys.passTypeIdentifier) throw new AppError('not_found');
  if (typeof serialNumber !== 'string') return;
  const [, token] = /^ApplePass (\S{1,200})$/.exec(request.headers.get('authorization') ?? '') ?? [];
  const card = { brandId, cardId: serialNumber };
  if (token === undefined || !isWalletToken(card, token)) throw new AppError('not_signed_in');
  takeCall('vendor', `wallet ${serialNumber}`);
}
