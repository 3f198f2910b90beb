'use client';

import { LogOut } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { forgetTab } from '@/lib/client/forget-tab';

/**
 * A native form, so that it works without script; with it, nothing of this traveller stays in the tab. `owner` tells the
 * device who leaves.
 */
export function SignOut({ label, owner }: { label: string; owner: { name: string; value: string } }) {
  return (
    <form method="post" action="/api/session/sign-out" onSubmit={forgetTab}>
      <input type="hidden" {...owner} />
      <Button type="submit" variant="secondary" isWide>
        <LogOut aria-hidden size={20} strokeWidth={1.75} />
        {label}
      </Button>
    </form>
  );
}
