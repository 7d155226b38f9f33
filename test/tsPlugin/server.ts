/** A TypeScript server with the extension's plugin. The tests talk to it like an editor. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { root } from '../../scripts/processes.mjs';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of many shapes
type Any = any;

/** TSSERVER selects another server, such as the oldest that an editor may have. */
const TSSERVER = process.env['TSSERVER'] ?? path.join(root, 'node_modules/typescript/lib/tsserver.js');

export class Server {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (answer: Any) => void>();
  private seq = 0;
  private buffer = Buffer.alloc(0);

  /** @param hasPlugin false for the answers of TypeScript alone */
  constructor(hasPlugin = true) {
    const plugin = !hasPlugin ? [] : ['--globalPlugins', 'tensor-lens-ts-plugin', '--pluginProbeLocations', root];
    this.child = spawn(process.execPath, [TSSERVER, '--disableAutomaticTypingAcquisition', ...plugin], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.child.stdout!.on('data', (data: Buffer) => this.receive(data));
  }

  send(command: string, args: object): number {
    this.child.stdin!.write(`${JSON.stringify({ seq: ++this.seq, type: 'request', command, arguments: args })}\n`);
    return this.seq;
  }

  async ask(command: string, args: object): Promise<Any> {
    const seq = this.send(command, args);
    const answer = await new Promise<Any>((resolve) => this.waiting.set(seq, resolve));
    if (!answer.success) throw new Error(`${command}: ${String(answer.message).slice(0, 1500)}`);
    return answer.body;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  end(): void {
    this.child.stdin!.end();
    this.child.kill();
  }

  private receive(data: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const head = this.buffer.indexOf('\r\n\r\n');
      const length = head >= 0 ? Number(/Content-Length: (\d+)/.exec(this.buffer.toString('utf8', 0, head))?.[1]) : NaN;
      if (!(this.buffer.length >= head + 4 + length)) return;
      const message = JSON.parse(this.buffer.toString('utf8', head + 4, head + 4 + length));
      this.buffer = this.buffer.subarray(head + 4 + length);
      if (message.type !== 'response') continue;
      this.waiting.get(message.request_seq)?.(message);
      this.waiting.delete(message.request_seq);
    }
  }
}
