import { CloudOff } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { Problem } from '@/components/brand/problem';
import { ButtonLink } from '@/components/ui/button';
import type { Failure } from '@/lib/server/attempt';

/** A page whose content cannot be had now: why, what to do, and the reference to quote. Marked for devices, which keep none. */
export async function PageFailure({
  failure,
  title,
  text,
  retryHref,
}: {
  failure: Failure;
  title: string;
  text: string;
  retryHref: string;
}) {
  const t = await getTranslations('common');
  return (
    <div data-failed className="flex flex-1 flex-col">
      <Problem
        icon={CloudOff}
        title={title}
        message={text}
        reference={t('reference', { reference: failure.requestId })}
        action={
          <ButtonLink href={retryHref} prefetch={false}>
            {t('tryAgain')}
          </ButtonLink>
        }
      />
    </div>
  );
}
