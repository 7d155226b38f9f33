/**
 * Messages between the host and our page that starts workers for it (a host under Node has no graphics card). Messages
 * of a worker are text, so that no boundary on the way changes their numbers.
 */

/** What the host says about the worker `id`. */
export type ToPage =
  | { relay: 'start'; id: number; script: string }
  | { relay: 'post'; id: number; text: string; bytes: Uint8Array | undefined }
  | { relay: 'end'; id: number };

/** What the page says. */
export type FromPage =
  | { relay: 'ready' }
  | { relay: 'message'; id: number; text: string; bytes: Uint8Array | undefined }
  /** The place in the source that the run reached. */
  | { relay: 'place'; id: number; site: number }
  | { relay: 'failed'; id: number; message: string };

export const isRelay = (data: unknown): data is { relay: string; id?: number } =>
  typeof data === 'object' && data !== null && typeof (data as { relay?: unknown }).relay === 'string';
