import { Globe, Mail, Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { phoneHref } from '@/components/ui/contact-links';

type Support = { email: string; phone: string; url: string };

/** Ways to reach the brand's own people. */
export function Support({ support, brandName }: { support: Support; brandName: string }) {
  const t = useTranslations('legal.support');
  const ways = [
    { key: 'email', icon: Mail, href: `mailto:${support.email}`, text: support.email },
    { key: 'phone', icon: Phone, href: phoneHref(support.phone), text: support.phone },
    { key: 'website', icon: Globe, href: support.url, text: support.url.replace(/^https?:\/\//, '') },
  ] as const;
  return (
    <section aria-labelledby="support-title">
      <h2 id="support-title" className="overline">
        {t('title', { brand: brandName })}
      </h2>
      <ul className="mt-1">
        {ways.map(({ key, icon: Icon, href, text }) => (
          <li key={key} className="border-line border-b last:border-b-0">
            <a
              href={href}
              className="grid min-h-14 grid-cols-[1.75rem_1fr] items-center gap-3 py-2 underline-offset-4 hover:underline"
            >
              <Icon aria-hidden size={22} strokeWidth={1.75} />
              <span className="min-w-0">
                <span className="block text-13 text-ink-muted">{t(key)}</span>
                <span className="block break-words font-semibold leading-snug">{text}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
