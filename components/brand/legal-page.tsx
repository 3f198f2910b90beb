import { useTranslations } from 'next-intl';
import { BackBar } from '@/components/ui/back-bar';
import { PageShell } from '@/components/ui/page-shell';
import { Support } from './support';

type Brand = { name: string; support: { email: string; phone: string; url: string } };

/** A page of plain text: title, introduction, sections, and whom to ask. */
export function LegalPage({
  brand,
  title,
  intro,
  sections,
}: {
  brand: Brand;
  title: string;
  intro: string;
  sections: { id: string; title: string; text: string }[];
}) {
  const common = useTranslations('common');
  return (
    <PageShell width="text" bar={<BackBar href="/" backLabel={common('back')} title={title} isHeading />}>
      <div className="grid gap-7 pt-2 lg:pt-0">
        <p className="text-20 leading-snug">{intro}</p>
        {sections.map((section) => (
          <section key={section.id} aria-labelledby={section.id} className="grid gap-1.5">
            <h2 id={section.id} className="font-bold text-20">
              {section.title}
            </h2>
            <p>{section.text}</p>
          </section>
        ))}
        <Support support={brand.support} brandName={brand.name} />
      </div>
    </PageShell>
  );
}
