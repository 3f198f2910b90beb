import { headers } from 'next/headers';
import type { ReactNode } from 'react';

/** As in the product: each page is made for its request, because of its nonce. */
export const instant = false;

export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers();
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
