type Header = { key: string; value: string };

/** Sent with every answer, pages and files alike. The content security policy is not here: it carries a nonce. */
export const STATIC_HEADERS: Header[] = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'geolocation=(self), screen-wake-lock=(self), clipboard-write=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
];

/** Pages that name a pass or a booking in their address: it goes to nobody else, and no page of theirs is kept. */
export const PRIVATE_PAGE_HEADERS: Header[] = [{ key: 'Referrer-Policy', value: 'same-origin' }];
