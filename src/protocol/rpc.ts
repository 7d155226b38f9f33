/**
 * One small RPC for every boundary of the product: host and worker, host and webview.
 *
 * The contract: a request always settles. It resolves with the answer, rejects with an
 * `RpcError` that carries the far side's sentence, or rejects when its connection is
 * disposed. Notifications are requests nobody waits for. What is not a message of ours is
 * ignored; a request for a method that the far side does not serve is answered with an error.
 */

/** The least that both `worker_threads`, web workers and webviews can be adapted to. */
export interface Port {
  post(message: unknown): void;
  /** Returns what stops the listening. */
  listen(receive: (message: unknown) => void): () => void;
}

/** What sends and gets messages as the workers of a browser do, and what stands in them. */
interface Messages {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export const portOf = (messages: Messages): Port => ({
  post: (message) => messages.postMessage(message),
  listen(receive) {
    const listener = ({ data }: { readonly data: unknown }) => receive(data);
    messages.addEventListener('message', listener);
    return () => messages.removeEventListener('message', listener);
  },
});

type Method = (...args: never[]) => unknown;

/** The remote view of an interface: every method answers with a promise. */
export type Remote<Api> = {
  [K in keyof Api]: Api[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

/** Checks the arguments of one request; returns a sentence when they are not what the method takes. */
export type Check = (args: unknown[]) => string | undefined;

export class RpcError extends Error {
  override name = 'RpcError';
}

interface Request {
  rpc: 'request';
  id: number;
  method: string;
  args: unknown[];
}
interface Reply {
  rpc: 'reply';
  id: number;
  ok?: unknown;
  error?: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isRequest = (m: unknown): m is Request =>
  isRecord(m) && m['rpc'] === 'request' && typeof m['id'] === 'number' && typeof m['method'] === 'string' && Array.isArray(m['args']);

const isReply = (m: unknown): m is Reply => isRecord(m) && m['rpc'] === 'reply' && typeof m['id'] === 'number';

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Answers requests for the methods of `api` that arrive on `port`. Returns what stops it. */
export function serve<Api extends object>(api: Api, port: Port, checks: Partial<Record<keyof Api, Check>> = {}): () => void {
  return port.listen((message) => {
    if (!isRequest(message)) return;
    const { id, method, args } = message;
    const reply = (rest: { ok?: unknown; error?: string }) => {
      port.post({ rpc: 'reply', id, ...rest } satisfies Reply);
    };
    const handler = Object.hasOwn(api, method) ? (api as Record<string, unknown>)[method] : undefined;
    if (typeof handler !== 'function') return reply({ error: `There is no request named '${method}'.` });
    const problem = checks[method as keyof Api]?.(args);
    if (problem !== undefined) return reply({ error: `Request '${method}': ${problem}` });
    Promise.resolve()
      .then(() => (handler as Method).apply(api, args as never[]))
      .then(
        (ok) => reply({ ok }),
        (error: unknown) => reply({ error: sentence(error) }),
      );
  });
}

export interface Connection<Api> {
  remote: Remote<Api>;
  /** Rejects what is pending with `reason` and every later request too. */
  dispose(reason?: string): void;
}

/** The far side's `Api`, as promises. */
export function connect<Api extends object>(port: Port): Connection<Api> {
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let next = 1;
  let closed: string | undefined;

  const stop = port.listen((message) => {
    if (!isReply(message)) return;
    const waiting = pending.get(message.id);
    if (!waiting) return;
    pending.delete(message.id);
    if (message.error === undefined) waiting.resolve(message.ok);
    else waiting.reject(new RpcError(message.error));
  });

  const request = (method: string, args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (closed !== undefined) return reject(new RpcError(closed));
      const id = next++;
      pending.set(id, { resolve, reject });
      try {
        port.post({ rpc: 'request', id, method, args } satisfies Request);
      } catch (error) {
        pending.delete(id);
        reject(new RpcError(sentence(error)));
      }
    });

  const remote = new Proxy({} as Remote<Api>, {
    get: (_, method) => (typeof method === 'string' && method !== 'then' ? (...args: unknown[]) => request(method, args) : undefined),
  });

  return {
    remote,
    dispose(reason = 'The connection was closed.') {
      if (closed !== undefined) return;
      closed = reason;
      stop();
      for (const waiting of pending.values()) waiting.reject(new RpcError(reason));
      pending.clear();
    },
  };
}
