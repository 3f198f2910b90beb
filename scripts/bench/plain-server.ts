import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { z } from 'zod';

/**
 * The floor: Node's own server sending recorded answers (a JSON file of address → body), with no framework at all.
 * Arguments: port, file, content type.
 */
const [port, file, type] = z.tuple([z.string(), z.string(), z.string()]).parse(process.argv.slice(2));
const recorded = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
const answers = new Map(Object.entries(recorded).map(([address, body]) => [address, Buffer.from(body)]));

createServer((request, response) => {
  const body = answers.get(request.url ?? '');
  response.writeHead(body ? 200 : 404, { 'Content-Type': type, 'Content-Length': body?.byteLength ?? 0 });
  response.end(body);
}).listen(Number(port), '127.0.0.1');
