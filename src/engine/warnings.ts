/** PyTorch's warnings: each one is sent once to the listener, which shows the output of a program. */

let tell: ((message: string) => void) | null = null;
let told = new Set<string>();

/** Sets the listener, from now on; the new listener may receive earlier warnings again. */
export function onWarning(listener: ((message: string) => void) | null): void {
  tell = listener;
  told = new Set();
}

export function warn(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  tell?.(`UserWarning: ${message}`);
}
