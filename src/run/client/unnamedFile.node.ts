import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The descriptor of a new file that has no name: nobody else opens it, and it goes when all who have it open have closed it. */
export function openUnnamed(): number {
  const name = path.join(os.tmpdir(), `tensor-lens-${randomUUID()}`);
  const descriptor = fs.openSync(name, 'wx+', 0o600);
  fs.unlinkSync(name);
  return descriptor;
}
