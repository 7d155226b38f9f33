/**
 * One small RPC for every boundary of the product: host and worker, host and webview.
 *
 * The contract: a request always settles. It resolves with the answer, rejects with an `RpcError` that carries the
 * other side's message, or rejects when its connection is disposed. Notifications are requests whose answer nobody
 * waits for. A message of another kind is ignored; a request for a method that the other side does not have is answered
 * with an error.
 */

/** The part that `worker_threads`, web workers and webviews have in common. */
export interface Port {
  post(message: unknown): void;
  /** Returns a function that stops the listening. */
  listen(receive: (message: unknown) => void): () => void;
}

/** An object that sends and receives messages as a browser's worker does; `data` holds the content of a message. */
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

/** The remote form of an interface: every method returns a promise. */
export type Remote<Api> = {
  [K in keyof Api]: Api[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

/** Checks the arguments of one request; returns an error message when the method does not accept them. */
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

/** Answers requests for the methods of `api` that arrive on `port`. Returns a function that stops this. */
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
  /** Rejects all pending requests, and every later request, with `reason`. */
  dispose(reason?: string): void;
}

/** The methods of the other side's `Api`; they return promises. */
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
