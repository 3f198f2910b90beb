import { getLocale, getMessages } from 'next-intl/server';
import { OnThisDevice } from '@/components/account/on-this-device';
import { ownerTag } from '@/lib/auth/owner-tag';
import type { Session } from '@/lib/auth/session';

/** What the app keeps on the device the page is read on; only a script can tell. */
export async function Device({ session }: { session: Session }) {
  const [{ account }, locale] = await Promise.all([getMessages(), getLocale()]);
  return (
    <section aria-labelledby="device-title" className="noscript:hidden">
      <h2 id="device-title" className="overline mb-2">
        {account.device.title}
      </h2>
      <p className="mb-3">{account.device.hint}</p>
      <OnThisDevice owner={ownerTag(session)} words={account.device} locale={locale} />
    </section>
  );
}
