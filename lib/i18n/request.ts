import { getRequestConfig } from 'next-intl/server';
import { currentLocale } from '@/lib/auth/current';
import messages from '@/messages/en.json';

/** Words for this request. Only English ships; another language is one more file in `messages/` and a line here. */
export default getRequestConfig(async () => {
  const locale = await currentLocale();
  // Times are always formatted with the place's own zone; this one is never shown.
  return { locale, messages, timeZone: 'UTC' };
});
