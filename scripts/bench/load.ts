import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';

/** As many as a busy minute of one small partner; more only measures the queue in front of one core. */
const CONNECTIONS = 20;

/** What is asked, in turn, of one server. No `Accept-Encoding`: the bytes compared are those before compression. */
export type Target = { origin: string; addresses: string[]; headers: Record<string, string> };

/** Requests answered a second while `CONNECTIONS` ask again as soon as they have an answer. Throws when one is refused. */
export async function throughput({ origin, addresses, headers }: Target, seconds: number): Promise<number> {
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds,
    headers,
    requests: addresses.map((path) => ({ method: 'GET', path })),
  });
  const bad = result.non2xx + result.errors + result.timeouts;
  if (bad > 0) throw new Error(`${bad} of ${result.requests.total} requests to ${origin}${addresses[0]} failed.`);
  return result.requests.total / result.duration;
}

/**
 * Latencies in ms of requests that begin evenly spaced at `perSecond`, whether or not earlier ones have
 * been answered. Each is counted from the moment it was due. (autocannon sends the requests of a second in one burst,
 * which measures the full load again.)
 */
export async function latenciesAt(target: Target, perSecond: number, seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const count = Math.max(1, Math.floor(perSecond * seconds));
  const startMs = performance.now();
  const running: Promise<number>[] = [];
  while (running.length < count) {
    const dueCount = Math.min(count, Math.floor(((performance.now() - startMs) * perSecond) / 1000) + 1);
    while (running.length < dueCount) {
      const dueMs = startMs + (running.length * 1000) / perSecond;
      running.push(ask(target, running.length, agent).then(() => performance.now() - dueMs));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const latencies = await Promise.all(running);
  agent.destroy();
  return latencies;
}

function ask({ origin, addresses, headers }: Target, turn: number, agent: Agent): Promise<void> {
  const { hostname, port, host } = new URL(origin);
  const path = addresses[turn % addresses.length] ?? '/';
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path, agent, headers: { host, ...headers } };
    const sent = request(options, (response) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${origin}${path} answered ${response.statusCode}.`));
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
