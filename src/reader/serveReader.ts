import { describe } from '../language/describe.js';
import { link } from '../language/link.js';
import { locate } from '../language/locate.js';
import { mend } from '../language/mend.js';
import { numbersOf } from '../language/numbers.js';
import { SourceError } from '../language/sourceError.js';
import { testsIn } from '../language/tests.js';
import { connect, serve, type Port } from '../protocol/rpc.js';
import type { FilesApi, Read, ReaderApi } from './readerApi.js';

/** Reads texts for the other end of `port`. */
export function serveReader(port: Port): void {
  const { remote: files } = connect<FilesApi>(port);
  const api: ReaderApi = {
    link: (ask, entry, movable) => read(() => link(entry, (path) => files.read(ask, path), movable)),
    locate,
    describe: (file, text) => ofProgram(() => describe(file, text)),
    numbers: (file, text) => ofProgram(() => numbersOf(file, text)),
    tests: (file, text) => read(async () => testsIn(file, text)),
    mend: (file, text, source, fix) => ofProgram(() => mend(file, text, source, fix)),
  };
  serve(api, port);
}

/** Returns an error as data, since only the message of an error crosses the port, and its place in the text would be lost. */
async function read<T>(work: () => Promise<T>): Promise<Read<T>> {
  try {
    return { ok: await work() };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { mistake: { message: error.message, range: error.range } };
  }
}

function ofProgram<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}
