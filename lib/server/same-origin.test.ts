import { describe, expect, it } from 'vitest';
import { requireSameOrigin } from './same-origin';

const write = (headers: Record<string, string>) =>
  new Request('http://inner:8080/api/passes', { method: 'POST', headers: { host: 'inner:8080', ...headers } });

describe('a write comes from a page of ours', () => {
  it.each([
    ['the host that was asked', { origin: 'http://inner:8080' }],
    ['the host that the edge was asked for', { origin: 'https://bank.example', 'x-forwarded-host': 'bank.example' }],
    ['the configured public origin, behind an edge that reports none', { origin: 'http://localhost:3000' }],
  ])('%s is let through', (_, headers) => {
    expect(() => requireSameOrigin(write(headers))).not.toThrow();
  });

  it.each([
    ['no origin', {}],
    ['an opaque origin', { origin: 'null' }],
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://inner:8081' }],
    ['the public origin with another port', { origin: 'http://localhost:3001' }],
    ['plain http while we are spoken to over https', { origin: 'http://localhost:3000', 'x-forwarded-proto': 'https' }],
  ])('%s is refused', (_, headers) => {
    expect(() => requireSameOrigin(write(headers))).toThrow('not_entitled');
  });
});
