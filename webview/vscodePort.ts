import type { Port } from '../src/protocol/rpc.js';

interface VsCode {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCode;

export interface Host {
  port: Port;
  /** The stored state of this panel. It survives hiding and reloading. */
  stored(): unknown;
  store(state: unknown): void;
}

/** The webview's end of the boundary. May be called only once, since VS Code gives out its API only once. */
export function connectToVsCode(): Host {
  const api = acquireVsCodeApi();
  // When VS Code restores a panel, it gives the stored state to the host. The host then asks for the model's URI.
  const store = (state: unknown) => api.setState(state);
  store({ ...(api.getState() as object | undefined), model: document.body.dataset['model'] });
  return {
    port: {
      post: (message) => api.postMessage(message),
      listen(receive) {
        const listener = (event: MessageEvent) => receive(event.data);
        window.addEventListener('message', listener);
        return () => window.removeEventListener('message', listener);
      },
    },
    stored: () => api.getState(),
    store,
  };
}
