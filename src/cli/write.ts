import { writeFile } from 'node:fs/promises';
import process from 'node:process';

/** Writes all of a text to stdout, before the process may end. */
export const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));

/** @throws Error that says which file could not be written, and why */
export const writeTo = (path: string, content: string | Uint8Array): Promise<void> =>
  writeFile(path, content).catch((error: Error) => {
    throw new Error(`'${path}' could not be written: ${error.message}`, { cause: error });
  });
