'use client';

import { LogOut } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { forgetTab } from '@/lib/client/tab-memory';

/** A native form, so that it works without script; with it, nothing of this traveller stays in the tab. */
export function SignOut({ label }: { label: string }) {
  return (
    <form method="post" action="/api/session/sign-out" onSubmit={forgetTab}>
      <Button type="submit" variant="secondary" isWide>
        <LogOut aria-hidden size={20} strokeWidth={1.75} />
        {label}
      </Button>
    </form>
  );
}
