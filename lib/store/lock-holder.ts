import 'server-only';
import { connect } from 'node:net';

/** A holder that starts its database is busy for seconds, and answers after. */
const ANSWER_TIMEOUT_MS = 15_000;

/**
 * Whether the process that wrote a lock still holds it. `gone` when its port is closed or something else answers there; a
 * port that accepts and stays silent counts as alive for as long as the process id exists, so that the worst case is
 * a refusal to start, never a second owner.
 */
export async function askHolder(
  holder: { pid: number; nonce: string; port: number },
  timeoutMs = ANSWER_TIMEOUT_MS,
): Promise<'alive' | 'gone'> {
  if (holder.port === 0) return 'gone';
  const answer = await readAnswer(holder.port, holder.nonce.length, timeoutMs);
  if (answer === 'silent') return processExists(holder.pid) ? 'alive' : 'gone';
  return answer === holder.nonce ? 'alive' : 'gone';
}

function readAnswer(port: number, length: number, timeoutMs: number): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ port, host: '127.0.0.1' });
    const finish = (answer: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => finish('silent'), timeoutMs);
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
      if (text.length >= length) finish(text);
    });
    socket.on('end', () => finish(text));
    // Only these two say that nobody is there; any other failure is one of our own and proves nothing.
    socket.on('error', (error) => finish(isNobody(error) ? text : 'silent'));
  });
}

function isNobody(error: Error): boolean {
  return 'code' in error && (error.code === 'ECONNREFUSED' || error.code === 'ECONNRESET');
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal still means that it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
