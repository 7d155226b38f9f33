import * as vscode from 'vscode';
import type { OutputSink } from '../sessions/modelSession.js';

/** How long a channel takes to open, on a fast machine and on a slow one. */
const OPENING_MS = [300, 1500];

/**
 * Shows the output of models in the output channel. A run begins with an empty channel unless another run is still
 * printing.
 */
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

  /**
   * Opens the channel. VS Code shows text that is written meanwhile only when more text follows, so an empty text
   * follows.
   */
  show(): void {
    this.channel.show(true);
    for (const ms of OPENING_MS) setTimeout(() => this.isOpen && this.channel.append(''), ms);
  }

  dispose(): void {
    this.isOpen = false;
    this.channel.dispose();
  }
}
