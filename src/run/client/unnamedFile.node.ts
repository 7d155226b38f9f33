import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The descriptor of a new file without a name. Nobody else can open it, and it goes when everyone who has it open has closed it. */
export function openUnnamed(): number {
  const name = path.join(os.tmpdir(), `tensor-lens-${randomUUID()}`);
  const descriptor = fs.openSync(name, 'wx+', 0o600);
  fs.unlinkSync(name);
  return descriptor;
}
