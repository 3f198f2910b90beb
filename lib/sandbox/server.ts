import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createControl, type SandboxControl } from './control';
import { handleControl } from './control-http';
import { SANDBOX_CREDENTIALS, type SandboxCredentials } from './credentials';
import { type ApiParts, handleApi } from './http/api';
import { Calls } from './http/calls';
import { Faults } from './http/faults';
import { sendJson } from './http/messages';
import { Router } from './http/router';
import { Tokens } from './http/tokens';
import { handleImage } from './images/handle-image';
import { ALL_OPERATIONS } from './operations/all';
import { Journal } from './state/journal';
import { lockFolder } from './state/lock';
import { startWebhook } from './webhook';
import { World } from './world';

export interface SandboxOptions {
  /** Where the state is kept; null keeps it in memory only. One sandbox a folder: a second one is refused. */
  readonly dataDir: string | null;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Loopback only: the sandbox is no server for others. */
  readonly host?: '127.0.0.1';
  readonly credentials?: Partial<SandboxCredentials>;
  /** Milliseconds since the epoch; the machine's clock unless given. */
  readonly nowMs?: () => number;
  /** One line a call, without personal data or codes. */
  readonly log?: (line: string) => void;
  /** Where usages and changes of orders are sent to, in the form of v1. */
  readonly webhookUrl?: string;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What `DRAGONPASS_BASE_URL` is set to: the root, without the version. */
  readonly apiUrl: string;
  readonly controlUrl: string;
  readonly credentials: SandboxCredentials;
  /** The control interface, without HTTP. */
  readonly control: SandboxControl;
  /** The sandbox's clock, which the control interface can move. */
  nowMs(): number;
  close(): Promise<void>;
}

const KEEP_ALIVE_MS = 30_000;

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(`http://${host}:${(server.address() as AddressInfo).port}`);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function dispatcher(parts: ApiParts, control: SandboxControl, nonce: string): Handler {
  return async (request, response, url) => {
    if (url.pathname.startsWith('/api/')) return handleApi(parts, request, response, url);
    if (url.pathname.startsWith('/images/')) return handleImage(parts.world, response, url);
    if (url.pathname.startsWith('/_control/')) return handleControl(control, nonce, request, response, url);
    sendJson(response, { status: 404, body: { code: 40400, message: 'No such route.', data: null } });
  };
}

interface Door {
  readonly server: Server;
  /** Lets the requests in that have come since the server listens. */
  readonly open: (handler: Handler) => void;
}

/** A server that keeps requests waiting until the state is read. */
function createDoor(log: (line: string) => void): Door {
  let open: (handler: Handler) => void = () => undefined;
  const handler = new Promise<Handler>((resolve) => {
    open = resolve;
  });
  const server = createServer((request, response) => {
    handler
      .then((handle) => handle(request, response, new URL(request.url ?? '/', 'http://sandbox.invalid')))
      .catch((error: unknown) => {
        log(`error ${error instanceof Error ? error.stack : String(error)}`);
        if (response.headersSent) response.destroy();
        else sendJson(response, { status: 500, body: { code: 50000, message: 'Internal error.', data: null } });
      });
  });
  // A connection that a client is about to use again must not be the one that is being closed: on a busy machine seconds pass between.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return { server, open };
}

/**
 * Starts the emulator of the vendor's API (dragonpass-api parts 1-14) over real HTTP on loopback.
 * @throws when the port is taken, or when another sandbox uses the folder
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const credentials = { ...SANDBOX_CREDENTIALS, ...options.credentials };
  const realNowMs = options.nowMs ?? Date.now;
  const log = options.log ?? (() => undefined);
  const nonce = randomUUID();
  const { server, open } = createDoor(log);
  const url = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
  let unlock: () => void = () => undefined;
  try {
    if (options.dataDir !== null) unlock = await lockFolder(options.dataDir, url, nonce);
    const world = new World(new Journal(options.dataDir), url, realNowMs);
    const webhook = startWebhook(world, options.webhookUrl ?? null, log);
    const [faults, calls, router] = [new Faults(), new Calls(), new Router(ALL_OPERATIONS)];
    const tokens = new Tokens(credentials, realNowMs);
    const onCommitted = webhook.flush;
    const control = createControl({ world, faults, calls, onCommitted });
    const close = async () => {
      webhook.stop();
      await closeServer(server);
      world.journal.close();
      unlock();
    };
    open(dispatcher({ world, router, tokens, credentials, faults, calls, log, onCommitted }, control, nonce));
    const addresses = { url, apiUrl: `${url}/api`, controlUrl: `${url}/_control` };
    return { ...addresses, credentials, control, nowMs: () => world.nowMs(), close };
  } catch (error) {
    unlock();
    await closeServer(server);
    throw error;
  }
}
