import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/processes.mjs';

/** A copy of a folder, or an empty folder, with `files` added. Journeys may write to it. */
export function temporaryWorkspace(source: string | null, files: Record<string, string | Uint8Array>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tensor-lens-workspace-'));
  if (source !== null) fs.cpSync(path.resolve(root, source), folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return folder;
}
