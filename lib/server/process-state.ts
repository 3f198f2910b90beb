import 'server-only';

const states: Map<string, unknown> = stateOfProcess();

/**
 * Something this process has one of. The bundler may give pages, handlers and the start-up hook a copy of a module each,
 * so what lives in a module's own variable may exist several times; this does not.
 */
export function oncePerProcess<T>(name: string, create: () => T): T {
  if (!states.has(name)) states.set(name, create());
  // The name belongs to one caller, which always creates the same type.
  return states.get(name) as T;
}

/** Replaces it, for tests. */
export function setForProcess<T>(name: string, value: T): void {
  states.set(name, value);
}

export function forgetForProcess(name: string): void {
  states.delete(name);
}

function stateOfProcess(): Map<string, unknown> {
  const key = Symbol.for('layover.process-state');
  const holder: { [key: symbol]: unknown } = globalThis;
  const existing = holder[key];
  if (existing instanceof Map) return existing;
  const created = new Map<string, unknown>();
  holder[key] = created;
  return created;
}
