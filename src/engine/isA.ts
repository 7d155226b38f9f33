/**
 * As `instanceof`, for a value of a program. That may be a proxy which was revoked, or one that throws when it is asked for its
 * prototype; such a value belongs to no class.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a class of any arguments
export function isA<T>(value: unknown, kind: abstract new (...args: any[]) => T): value is T {
  try {
    return value instanceof kind;
  } catch {
    return false;
  }
}
