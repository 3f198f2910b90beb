import { LogIn } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** What somebody who is not signed in sees in place of a private page. `to` is where they come back to. */
export function SignInGate({ to, title, text, action }: { to: string; title: string; text: string; action: string }) {
  return (
    <EmptyState
      icon={LogIn}
      title={title}
      action={<ButtonLink href={`/sign-in?to=${encodeURIComponent(to)}`}>{action}</ButtonLink>}
    >
      <p>{text}</p>
    </EmptyState>
  );
}
