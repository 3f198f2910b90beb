/**
 * The content security policy of a page. Scripts run by nonce only; `strict-dynamic` lets the framework's own scripts
 * load their chunks. Styles need the nonce too: no element of ours carries a style attribute. In development React
 * rebuilds stack traces with `eval`, and the overlay writes its own styles and opens a socket.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const styles = isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src ${styles}`,
    "img-src 'self' data: blob: https:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
  ];
  return directives.join('; ');
}

/** A fresh nonce: 128 random bits in base64. */
export function createNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}
