import { layout } from '../../../src/graph/layout/layout.js';
import type { LayoutRequest } from '../../../src/graph/layout/types.js';

/**
 * The layout in a web worker: it gets a request and posts the result. To cancel a request, the panel ends the worker.
 */
const scope = globalThis as unknown as { onmessage: ((event: MessageEvent) => void) | null; postMessage(message: unknown): void };

scope.onmessage = (event: MessageEvent<{ id: number; request: LayoutRequest }>) => {
  const { id, request } = event.data;
  const started = performance.now();
  try {
    scope.postMessage({ id, result: layout(request), ms: performance.now() - started });
  } catch (error) {
    scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
