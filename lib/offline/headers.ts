/** Words between the worker and the server; all of this folder that a page or a handler knows. */

/** Says that a page is asked for to be kept, so that it comes whole. */
export const COPY_HEADER = 'X-Device-Copy';

/** Asks for a page to be kept. */
export const COPY_HEADERS = { Accept: 'text/html', [COPY_HEADER]: '1' };

/** Set on the question that ends a session which its traveller left without a network: only that one's. */
export const OWNER_HEADER = 'X-Device-Owner';

/** The same tag in the form that signs somebody out, for the device: it may have kept nothing of theirs yet. */
export const OWNER_FIELD = 'owner';

/** `Clear-Site-Data`: what a browser erases that is told to, its workers and their stores included. */
export const ERASE_DEVICE = '"cache", "storage"';
