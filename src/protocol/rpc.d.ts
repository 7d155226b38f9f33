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
    addEventListener(type: 'message', listener: (event: {
        readonly data: unknown;
    }) => void): void;
    removeEventListener(type: 'message', listener: (event: {
        readonly data: unknown;
    }) => void): void;
}
export declare const portOf: (messages: Messages) => Port;
/** The remote form of an interface: every method returns a promise. */
export type Remote<Api> = {
    [K in keyof Api]: Api[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};
/** Checks the arguments of one request; returns an error message when the method does not accept them. */
export type Check = (args: unknown[]) => string | undefined;
export declare class RpcError extends Error {
    name: string;
}
/** Answers requests for the methods of `api` that arrive on `port`. Returns a function that stops this. */
export declare function serve<Api extends object>(api: Api, port: Port, checks?: Partial<Record<keyof Api, Check>>): () => void;
export interface Connection<Api> {
    remote: Remote<Api>;
    /** Rejects all pending requests, and every later request, with `reason`. */
    dispose(reason?: string): void;
}
/** The methods of the other side's `Api`; they return promises. */
export declare function connect<Api extends object>(port: Port): Connection<Api>;
export {};
