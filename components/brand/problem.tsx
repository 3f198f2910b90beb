import { Compass, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';

/** A whole page that says what happened and what to do, with a reference where there is one. */
export function Problem({
  icon = Compass,
  title,
  message,
  reference,
  action,
}: {
  icon?: LucideIcon;
  title: string;
  message: string;
  reference?: string | undefined;
  action?: ReactNode;
}) {
  return (
    <div className="page grid flex-1 content-center">
      <EmptyState icon={icon} title={title} action={action} isPageTitle>
        <p>{message}</p>
        {reference && <p className="tabular mt-2 text-15">{reference}</p>}
      </EmptyState>
    </div>
  );
}
