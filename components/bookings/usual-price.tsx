'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Price } from '@/lib/domain/price';
import { money } from '@/lib/format/money';

/** What the place would charge without a pass; nothing where its amounts cannot be read. */
export function UsualPrice({ price }: { price: Price }) {
  const t = useTranslations('prebook.review');
  const locale = useLocale();
  const adult = money(price.adultRate, price.currency, locale);
  const child = money(price.childRate, price.currency, locale);
  return adult && child ? t('listPrice', { adult, child }) : null;
}
