'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';

const SLOW_MS = 5000;

/** What is waited for, and after a while that it takes longer than usual. */
export function Patience({ children = null }: { children?: ReactNode }) {
  const t = useTranslations('prebook');
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSlow ? t('slow') : children;
}
