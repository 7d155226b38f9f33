import { FileNotFoundError, OSError } from '../errors.js';

/** Access to files. The engine knows no file system: the host provides one. */
export interface FileAccess {
  read(path: string): Promise<Uint8Array>;
  write(path: string, content: Uint8Array): Promise<void>;
  /** Reads a file that comes with the product. Absent where there are none. */
  shipped?(name: string): Promise<Uint8Array>;
}

let access: FileAccess | null = null;

/** From now on, files are read and written through `next`; null removes the access. */
export function setFileAccess(next: FileAccess | null): void {
  access = next;
}

/** @throws FileNotFoundError, or OSError when the file cannot be read for another reason */
export async function readBytes(path: string): Promise<Uint8Array> {
  return given()
    .read(path)
    .catch((error: unknown) => {
      if (isMissing(error)) throw new FileNotFoundError(`[Errno 2] No such file or directory: '${path}'`);
      throw new OSError(`'${path}' cannot be read: ${sentence(error)}`);
    });
}

/** Reads a file that comes with the product: data, or code that is loaded only when it is needed. */
export async function readShipped(name: string): Promise<Uint8Array> {
  const { shipped } = given();
  if (!shipped) throw new OSError(`'${name}' is not here: it comes with the extension and with its command line.`);
  return shipped.call(access, name).catch((error: unknown) => {
    throw new OSError(`'${name}', which comes with Tensor Lens, cannot be read: ${sentence(error)}`);
  });
}

/** @throws FileNotFoundError when the folder does not exist, OSError when the file cannot be written for another reason */
export async function writeBytes(path: string, content: Uint8Array): Promise<void> {
  return given()
    .write(path, content)
    .catch((error: unknown) => {
      if (isMissing(error)) throw new FileNotFoundError(`'${path}' cannot be written: its folder does not exist.`);
      throw new OSError(`'${path}' cannot be written: ${sentence(error)}`);
    });
}

function given(): FileAccess {
  if (!access) throw new OSError('There are no files here: nobody has said how to reach them (setFileAccess).');
  return access;
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// Error codes of Node and of VS Code's file systems. They are searched in the message, since only the message comes through
// from the host.
const isMissing = (error: unknown): boolean => /\bENOENT\b|\bEntryNotFound\b|\bFileNotFound\b|\bnonexistent file\b/.test(said(error));
const isFolder = (error: unknown): boolean => /\bEISDIR\b|\bEntryIsADirectory\b|\bFileIsADirectory\b/.test(said(error));

const sentence = (error: unknown): string => (isFolder(error) ? 'it is a folder.' : said(error));
