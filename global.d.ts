import type { SHIPPED_LOCALES } from '@/lib/i18n/locale';
import type messages from '@/messages/en.json';

declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof messages;
    Locale: (typeof SHIPPED_LOCALES)[number];
  }
}
