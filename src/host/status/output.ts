import * as vscode from 'vscode';
import type { OutputSink } from '../sessions/modelSession.js';

/** A channel takes so long to open, on a fast machine and on a slow one. */
const OPENING_MS = [300, 1500];

/** What models print, in the output channel. A run begins on an empty page unless another is still printing. */
export class Output implements vscode.Disposable {
  private readonly channel = vscode.window.createOutputChannel('Tensor Lens');
  private writer: string | null = null;
  private isOpen = true;

  constructor(private readonly isBusy: () => boolean) {}

  sink(name: string): OutputSink {
    return {
      begin: () => {
        if (this.isBusy()) return;
        this.channel.clear();
        this.writer = name;
      },
      lines: (lines) => {
        if (this.writer !== name) this.channel.appendLine(`${name}:`);
        this.writer = name;
        this.channel.append(lines.map((line) => `${line}\n`).join(''));
      },
    };
  }

  /** What is written while the channel opens, VS Code shows with what follows only: so something follows. */
  show(): void {
    this.channel.show(true);
    for (const ms of OPENING_MS) setTimeout(() => this.isOpen && this.channel.append(''), ms);
  }

  dispose(): void {
    this.isOpen = false;
    this.channel.dispose();
  }
}
