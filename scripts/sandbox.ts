/**
 * `npm run sandbox`: the DragonPass sandbox alone, for an app in another process (`DRAGONPASS_BASE_URL`), for a look at the API with
 * curl, or for tests. Stops on Ctrl-C.
 */
import path from 'node:path';
import type { SandboxCredentials } from '../lib/sandbox/credentials';
import { startSandbox } from '../lib/sandbox/server';

/** An empty value means unset, as everywhere in the project. */
const setting = (name: string): string | undefined => process.env[name] || undefined;

function credentialsFromEnv(): Partial<SandboxCredentials> {
  const wanted = {
    programId: setting('DRAGONPASS_PROGRAM_ID'),
    clientId: setting('DRAGONPASS_CLIENT_ID'),
    clientSecret: setting('DRAGONPASS_CLIENT_SECRET'),
    issuer: setting('DRAGONPASS_ISSUER'),
    secretKey: setting('DRAGONPASS_SECRET_KEY'),
    publicKey: setting('SANDBOX_PUBLIC_KEY'),
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

const webhookUrl = setting('SANDBOX_WEBHOOK_URL');
const sandbox = await startSandbox({
  dataDir: path.join(setting('DATA_DIR') ?? '.data', 'sandbox'),
  port: Number(setting('SANDBOX_PORT') ?? 4010),
  credentials: credentialsFromEnv(),
  ...(webhookUrl && { webhookUrl }),
  log: (line) => console.log(line),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

console.log(`DragonPass sandbox
  DRAGONPASS_BASE_URL    ${sandbox.apiUrl}
  DRAGONPASS_PROGRAM_ID  ${sandbox.credentials.programId}
  DRAGONPASS_CLIENT_ID   ${sandbox.credentials.clientId}
  control                ${sandbox.controlUrl}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
