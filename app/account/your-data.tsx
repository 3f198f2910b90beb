import { Download } from 'lucide-react';
import { getMessages, getTranslations } from 'next-intl/server';
import { EraseData } from '@/components/account/erase-data';
import { recentCookie } from '@/components/hubs/recent-cookie';
import { NotLoaded } from '@/components/ui/not-loaded';

/** To take along what is kept, and to have it erased. */
export async function YourData({ brandName }: { brandName: string }) {
  const t = await getTranslations('account.data');
  return (
    <section aria-labelledby="data-title" className="grid gap-3">
      <h2 id="data-title" className="overline">
        {t('title')}
      </h2>
      <div>
        <a
          href="/api/account/export"
          className="inline-flex min-h-11 items-center gap-2 font-bold underline underline-offset-4"
        >
          <Download aria-hidden size={20} strokeWidth={1.75} />
          {t('download')}
        </a>
        <p className="text-15 text-ink-muted">{t('downloadHint')}</p>
      </div>
      <Erase brandName={brandName} />
    </section>
  );
}

async function Erase({ brandName }: { brandName: string }) {
  const [t, common, messages] = await Promise.all([
    getTranslations('account.erase'),
    getTranslations('common'),
    getMessages(),
  ]);
  const { fields: _fields, ...errors } = messages.errors;
  const words = {
    open: t('open'),
    title: t('title'),
    goes: t('goes'),
    passes: t('passes'),
    stays: t('stays', { brand: brandName }),
    bookingsFirst: t('bookingsFirst'),
    confirm: t('confirm'),
    keep: t('keep'),
    busy: t('busy'),
    close: t('close'),
    reference: common.raw('reference'),
    errors: {
      ...errors,
      already_booked: messages.account.erase.openBookings,
      offline: { ...errors.offline, action: t('offline') },
    },
  };
  const notLoaded = <NotLoaded {...words.errors.offline} />;
  return <EraseData words={words} forgetRecent={recentCookie([])} notLoaded={notLoaded} />;
}
