import type { SessionDto } from '@/lib/contract/session';
import { apiGet } from './api';
import { forgetWhere } from './tab-memory';

/** How long this tab waits for the server to hear of a sign-out in another one. */
const ATTEMPTS = 30;
const PAUSE_MS = 500;

/** Another tab has erased all, on its way out: so does this one, and shows itself anew once nobody is signed in. */
export async function followErasing(): Promise<void> {
  forgetWhere(() => true);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Where the server cannot be asked there is nothing to wait for.
    const session = await apiGet<SessionDto>('/api/session').catch(() => null);
    if (!session?.signedIn) break;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  window.location.reload();
}
