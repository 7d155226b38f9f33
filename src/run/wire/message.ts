/** A message of the RPC as JSON, and separately the bytes of a file that it may carry. */

interface Carrier {
  args?: unknown[];
  ok?: unknown;
}

/** Stands in the JSON where the bytes were. */
const BYTES = '\0bytes';

/** Takes the bytes out of a message. */
export function packed(message: unknown): { body: unknown; bytes?: Uint8Array } {
  const { args, ok } = message as Carrier;
  if (ok instanceof Uint8Array) return { body: { ...(message as object), ok: BYTES }, bytes: ok };
  const at = args?.findIndex((arg) => arg instanceof Uint8Array) ?? -1;
  if (at < 0) return { body: message };
  return { body: { ...(message as object), args: args!.with(at, BYTES) }, bytes: args![at] as Uint8Array };
}

/** Puts the bytes back. */
export function unpacked(body: unknown, bytes: Uint8Array | undefined): unknown {
  if (!bytes || typeof body !== 'object' || body === null) return body;
  const { args, ok } = body as Carrier;
  if (ok === BYTES) return { ...body, ok: bytes };
  if (Array.isArray(args)) return { ...body, args: args.map((arg) => (arg === BYTES ? bytes : arg)) };
  return body;
}
