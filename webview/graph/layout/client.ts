import { layout } from '../../../src/graph/layout/layout.js';
import type { LayoutRequest, LayoutResult } from '../../../src/graph/layout/types.js';

export class LayoutCancelled extends Error {
  override name = 'LayoutCancelled';
}

interface Answer {
  id: number;
  result?: LayoutResult;
  ms?: number;
  error?: string;
}

/**
 * Runs layouts in a worker. Only the latest request counts: a new request ends a worker that is still busy. Small
 * graphs are laid out at once, since that is faster than a message. The same happens to every graph if there is no
 * worker.
 */
export class LayoutClient {
  private worker: Worker | null = null;
  private source: Promise<string | null>;
  private pending: { id: number; reject(error: Error): void } | null = null;
  private next = 1;
  /** The computing time of the last layout, in milliseconds. */
  lastMs = 0;

  constructor(scriptUrl: string | undefined) {
    this.source = scriptUrl ? this.load(scriptUrl) : Promise.resolve(null);
  }

  async run(request: LayoutRequest): Promise<LayoutResult> {
    this.cancel();
    if (request.nodes.length + request.edges.length < 400) return this.here(request);
    const id = this.next++;
    const answered = new Promise<LayoutResult>((resolve, reject) => {
      this.pending = { id, reject };
      void this.source.then((url) => {
        if (this.pending?.id !== id) return;
        if (url === null) {
          this.pending = null;
          resolve(this.here(request));
          return;
        }
        this.worker ??= new Worker(url);
        this.worker.onmessage = ({ data }: MessageEvent<Answer>) => {
          if (data.id !== id) return;
          this.pending = null;
          this.lastMs = data.ms ?? 0;
          if (data.result) resolve(data.result);
          else reject(new Error(data.error));
        };
        this.worker.onerror = () => {
          this.pending = null;
          resolve(this.here(request));
        };
        this.worker.postMessage({ id, request });
      });
    });
    return answered;
  }

  cancel(): void {
    if (!this.pending) return;
    const { reject } = this.pending;
    this.pending = null;
    this.worker?.terminate();
    this.worker = null;
    reject(new LayoutCancelled('A newer layout was asked for.'));
  }

  private here(request: LayoutRequest): LayoutResult {
    const started = performance.now();
    const result = layout(request);
    this.lastMs = performance.now() - started;
    return result;
  }

  /**
   * A worker cannot be started from a script of a webview directly. It can be started from a blob with the script's
   * text.
   */
  private async load(url: string): Promise<string | null> {
    try {
      const text = await (await fetch(url)).text();
      return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    } catch {
      return null;
    }
  }
}
