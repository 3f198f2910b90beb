import 'server-only';
import { createTranslator } from 'next-intl';
import type { Brand } from '@/lib/brand/schema';
import type { ErrorCode } from '@/lib/contract/errors';
import { chooseLocale } from '@/lib/i18n/locale';
import messages from '@/messages/en.json';

/** One sentence for the error envelope, for whoever reads the API itself. */
export function errorMessage(code: ErrorCode): string {
  return messages.errors[code].message;
}

/** Words for what leaves our pages: a wallet's card, a calendar's entry. `wish` is the traveller's language. */
export function wordsFor(brand: Brand, wish: string | null) {
  const locale = chooseLocale([wish], brand.locales);
  return { locale, t: createTranslator({ locale, messages, timeZone: 'UTC' }) };
}

export type Words = ReturnType<typeof wordsFor>['t'];
