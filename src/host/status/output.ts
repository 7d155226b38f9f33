import * as vscode from 'vscode';
import type { OutputSink } from '../sessions/modelSession.js';

/** What models print, in the output channel. A run begins on an empty page unless another is still printing. */
export class Output implements vscode.Disposable {
  private readonly channel = vscode.window.createOutputChannel('Tensor Lens');
  private writer: string | null = null;

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

  show(): void {
    this.channel.show(true);
  }

  dispose(): void {
    this.channel.dispose();
  }
}
