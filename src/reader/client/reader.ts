import type { Description } from '../../language/describe.js';
import type { LinkedProgram, ReadFile } from '../../language/link.js';
import type { Change } from '../../language/mend.js';
import type { NumberInText } from '../../language/numbers.js';
import { SourceError } from '../../language/sourceError.js';
import type { WrittenTest } from '../../language/tests.js';
import { connect, serve, type Connection } from '../../protocol/rpc.js';
import type { Fix, Range } from '../../protocol/trace.js';
import type { FilesApi, Read, ReaderApi } from '../readerApi.js';
import type { StartThread, Thread } from './thread.js';

export interface LinkOptions {
  /** Whether the numbers of the texts are read from a table, so that the program can run again with other numbers. */
  movable?: boolean;
  /** Called before the text is read: while somebody types, only the last of many texts must be read. */
  isWanted?(): boolean;
}

interface Started {
  thread: Thread;
  connection: Connection<ReaderApi>;
}

/** Reads texts in a thread. The thread is started on first use, and again after it has died. */
export class Reader {
  private started: Promise<Started> | null = null;
  private readonly files = new Map<number, ReadFile>();
  private asked = 0;
  /** The last link request of each entry, while it runs. */
  private readonly linking = new Map<string, Promise<unknown>>();

  constructor(private readonly start: StartThread) {}

  /** Starts the thread, since texts will be read soon. */
  warm(): void {
    this.thread().catch(() => undefined);
  }

  /**
   * A program with all its imports, ready to run.
   * @throws SourceError for a text that is no program
   */
  async link(entry: string, readFile: ReadFile, { movable = false, isWanted = () => true }: LinkOptions = {}): Promise<LinkedProgram> {
    const before = this.linking.get(entry);
    const linked = (async () => {
      await before?.catch(() => undefined);
      if (!isWanted()) throw new Error('superseded');
      return this.linkNow(entry, readFile, movable);
    })();
    this.linking.set(entry, linked);
    try {
      return await linked;
    } finally {
      if (this.linking.get(entry) === linked) this.linking.delete(entry);
    }
  }

  /** The place in the texts where the error with this V8 stack comes from. */
  async locate(linked: LinkedProgram, stack: string): Promise<Range | null> {
    return (await this.remote()).locate(linked, stack);
  }

  /** The facts about a text that the editor needs; null when the text is no program. */
  async describe(file: string, text: string): Promise<Description | null> {
    return (await this.remote()).describe(file, text);
  }

  /** The numbers of a text; null when the text is no program. */
  async numbers(file: string, text: string): Promise<NumberInText[] | null> {
    return (await this.remote()).numbers(file, text);
  }

  /** The tests that a text contains. @throws SourceError for a text that is no program */
  async tests(file: string, text: string): Promise<WrittenTest[]> {
    return okOf(await (await this.remote()).tests(file, text));
  }

  /** The change that repairs the call at exactly this range; null when there is no such call. */
  async mend(file: string, text: string, source: Range, fix: Fix): Promise<Change | null> {
    return (await this.remote()).mend(file, text, source, fix);
  }

  dispose(): void {
    void this.started?.then(close, () => undefined);
    this.started = null;
  }

  private async linkNow(entry: string, readFile: ReadFile, movable: boolean): Promise<LinkedProgram> {
    const remote = await this.remote();
    const ask = this.asked++;
    this.files.set(ask, readFile);
    try {
      return okOf(await remote.link(ask, entry, movable));
    } finally {
      this.files.delete(ask);
    }
  }

  private async remote(): Promise<Connection<ReaderApi>['remote']> {
    return (await this.thread()).connection.remote;
  }

  private thread(): Promise<Started> {
    if (this.started) return this.started;
    const started = this.begin();
    this.started = started;
    started.catch(() => this.forget(started));
    return started;
  }

  private async begin(): Promise<Started> {
    const thread = await this.start();
    const connection = connect<ReaderApi>(thread.port);
    const files: FilesApi = { read: (ask, path) => this.files.get(ask)?.(path) ?? Promise.resolve(null) };
    serve(files, thread.port);
    const { started } = this;
    thread.onFailure((message) => {
      connection.dispose(message);
      if (started) this.forget(started);
    });
    return { thread, connection };
  }

  private forget(started: Promise<Started>): void {
    if (this.started === started) this.started = null;
  }
}

function okOf<T>(read: Read<T>): T {
  if ('ok' in read) return read.ok;
  throw new SourceError(read.mistake.message, read.mistake.range);
}

function close({ thread, connection }: Started): void {
  connection.dispose();
  thread.terminate();
}
