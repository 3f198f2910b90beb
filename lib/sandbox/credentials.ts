/**
 * What a client shows to be let in. The default values open the sandbox and nothing else: they are public, printed by the sandbox at
 * start, and no secret of anybody's.
 */
export interface SandboxCredentials {
  /** The program that calls use unless told otherwise. */
  readonly programId: string;
  /** Further programs; any id that begins with `sandbox-` is let in as well, so that each brand can have its own. */
  readonly programIds: readonly string[];
  readonly clientId: string;
  readonly clientSecret: string;
  /** `iss` of the tokens a client signs itself. */
  readonly issuer: string;
  /** HS256: the key is the UTF-8 bytes of this text. */
  readonly secretKey: string;
  /** RS256 (v2): the client's registered public key, PEM (SPKI) or JSON of a JWK. */
  readonly publicKey?: string;
}

export const SANDBOX_CREDENTIALS: SandboxCredentials = {
  programId: 'sandbox-1888000000000001',
  programIds: [],
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-client-secret-not-a-secret',
  issuer: 'sandbox-issuer',
  secretKey: 'sandbox-secret-key-not-a-secret-0001',
};

export function isProgramAllowed(credentials: SandboxCredentials, programId: string): boolean {
  return (
    programId === credentials.programId ||
    credentials.programIds.includes(programId) ||
    (programId.startsWith('sandbox-') && programId.length <= 64)
  );
}
