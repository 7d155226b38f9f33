/** What PyTorch warns of: told once each to whoever listens, which is what shows the output of a program. */

let tell: ((message: string) => void) | null = null;
let told = new Set<string>();

/** Sets who is told, from now on; all that was told before may be told again. */
export function onWarning(listener: ((message: string) => void) | null): void {
  tell = listener;
  told = new Set();
}

export function warn(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  tell?.(`UserWarning: ${message}`);
}
