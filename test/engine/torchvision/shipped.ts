import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/processes.mjs';
import { SHIPPED } from '../../../scripts/shipped.mjs';

/** A file of dist/shipped, from where the build takes it. */
export const shipped = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await fs.promises.readFile(path.join(root, SHIPPED[name]!)));
