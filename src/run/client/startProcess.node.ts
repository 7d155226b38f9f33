import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { t } from '../../protocol/l10n.js';
import { packed, unpacked } from '../wire/message.js';
import { FrameReader, frameOf } from '../wire/frames.js';
import { deathSentence } from './death.node.js';
import { wantsNarrow } from './vectors.node.js';
import { PassFile } from './passFile.node.js';
import { PlaceFile } from './placeFile.node.js';
import type { StartWorker, WorkerHandle } from './worker.js';

export interface ProcessOptions {
  /** Whether the process lets others on this machine, an editor above all, go first. */
  isBackground: boolean;
  /** Whether kernels may use vectors of 256 bits, which is an experiment of V8. Asked at each start. */
  mayBeWide?: () => boolean;
  /** The size of the heap for JavaScript's objects. Tensors are not in this heap. */
  heapMegabytes?: number;
  /** Takes the inner fence away, for a test. */
  isOpen?: boolean;
}

const HEAP_MEGABYTES = 2048;
/** The most bytes of one message. The runner stays far below it. */
const LARGEST = 2 ** 28;
/** How many characters are kept of what a dying process writes. */
const MOST_SAID = 4000;
/** How long to wait for a process that was ended. Normally it is gone within milliseconds. */
const PATIENCE_MS = 1000;

/** Starts the processes of dist/process, one for each run. */
export const startNodeProcess =
  (folder: string, options: ProcessOptions): StartWorker =>
  async () => {
    // The process may read only this folder, and no link that leads there. An extension's folder may be a link, so the
    // real path is used.
    const worker = new WorkerProcess(path.join(await realpath(folder), 'main.cjs'), options);
    await worker.ready;
    return worker;
  };

class WorkerProcess implements WorkerHandle {
  /** Settles when the process is ready for its program. */
  readonly ready: Promise<void>;
  readonly port = {
    post: (message: unknown): void => {
      const { body, bytes } = packed(message);
      if (!this.isGone) this.input.write(frameOf(JSON.stringify(body), bytes));
    },
    listen: (receive: (message: unknown) => void): (() => void) => {
      this.listeners.add(receive);
      return () => this.listeners.delete(receive);
    },
  };
  readonly passes = new PassFile();
  private readonly file = new PlaceFile();
  private readonly child: ChildProcess;
  private readonly input: Writable;
  private readonly gone: Promise<void>;
  private readonly listeners = new Set<(message: unknown) => void>();
  private readonly failures = new Set<(message: string) => void>();
  private failure: string | null = null;
  private said = '';
  private isTerminated = false;
  private isGone = false;
  private readonly folder: string;

  constructor(script: string, options: ProcessOptions) {
    this.folder = path.dirname(script);
    this.child = spawn(process.execPath, argumentsFor(script, options), {
      stdio: ['pipe', 'ignore', 'pipe', 'pipe', this.file.descriptor, this.passes.descriptor],
      env: environment(),
      cwd: os.tmpdir(),
      windowsHide: true,
    });
    this.input = this.child.stdin!;
    this.input.on('error', () => {});
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      if (this.said.length < MOST_SAID) this.said += text.slice(0, MOST_SAID);
    });
    this.gone = new Promise((resolve) => this.child.once('close', () => resolve()));
    this.ready = new Promise((resolve, reject) => {
      this.read(this.child.stdio[3] as Readable, resolve);
      this.failures.add((message) => reject(new Error(message)));
      this.child.once('error', (error) => this.ended(error.message));
      this.child.once('close', (code, signal) => this.ended(deathSentence(code, signal, this.said)));
    });
  }

  interrupt(): void {
    this.file.askToEnd();
  }

  place(): number {
    return this.file.place;
  }

  async readShipped(name: string): Promise<Uint8Array> {
    return new Uint8Array(await readFile(path.join(this.folder, '..', 'shipped', name)));
  }

  async terminate(): Promise<void> {
    this.isTerminated = true;
    this.child.kill('SIGKILL');
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.gone, new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)))]);
    clearTimeout(timer);
  }

  onFailure(listener: (message: string) => void): void {
    this.failures.add(listener);
    if (this.failure !== null) listener(this.failure);
  }

  private read(stream: Readable, begun: () => void): void {
    const reader = new FrameReader((text, bytes) => {
      if (text === '') return begun();
      const message = unpacked(JSON.parse(text), bytes);
      for (const receive of this.listeners) receive(message);
    }, LARGEST);
    stream.on('data', (part: Buffer) => {
      if (this.isTerminated) return;
      try {
        reader.add(part);
      } catch {
        this.fail(t('The run was ended: it sent what is no message.'));
        void this.terminate();
      }
    });
    stream.on('error', () => {});
  }

  private ended(message: string): void {
    this.isGone = true;
    this.file.close();
    if (!this.isTerminated) this.fail(message);
  }

  private fail(message: string): void {
    this.failure ??= message;
    for (const listener of this.failures) listener(this.failure);
  }
}

/** Flags of Node, those that this version has. */
function argumentsFor(
  script: string,
  { isBackground, heapMegabytes = HEAP_MEGABYTES, isOpen, mayBeWide = () => true }: ProcessOptions,
): string[] {
  const known = process.allowedNodeEnvironmentFlags;
  const optional = ['--permission', '--experimental-permission', '--no-experimental-sqlite', '--no-experimental-websocket'];
  const isKnown = (flag: string) => known.has(flag.replace('--no-', '--'));
  const permission = optional.slice(0, 2).find(isKnown);
  return [
    ...(permission ? [permission, `--allow-fs-read=${path.dirname(script)}${path.sep}*`] : []),
    ...optional.slice(2).filter(isKnown),
    '--no-warnings',
    '--no-addons',
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${heapMegabytes}`,
    script,
    ...(isBackground ? ['--background'] : []),
    ...(wantsNarrow() || !mayBeWide() ? ['--narrow'] : []),
    ...(isOpen ? ['--open-fence'] : []),
  ];
}

/**
 * An environment with nothing of the host's. VS Code's executable acts as Node when it is told to. Windows needs its
 * folder to start a process.
 */
function environment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return { ELECTRON_RUN_AS_NODE: '1', ...(SystemRoot !== undefined && { SystemRoot }) };
}
