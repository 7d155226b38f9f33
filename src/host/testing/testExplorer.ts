import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import type { Reader } from '../../reader/client/reader.js';
import type { RunClient } from '../../run/client/runClient.js';
import type { Outside } from '../files/outside.js';
import { TestTree } from './testTree.js';

/** What VS Code shows of the tests. */
interface Shown {
  controller: vscode.TestController;
  tree: TestTree;
}

/**
 * Test files in the Test Explorer. They are found, run in a process of their own, and reported with the differences.
 */
export class TestExplorer implements vscode.Disposable {
  private shown: Shown | undefined;

  constructor(
    private readonly client: RunClient,
    private readonly reader: Reader,
    private readonly outside: Outside,
  ) {}

  get controller(): vscode.TestController {
    return this.show().controller;
  }

  /** Adds the tests to the Test Explorer, which VS Code shows from then on. */
  show(): Shown {
    if (this.shown) return this.shown;
    const controller = vscode.tests.createTestController('tensorLens', 'Tensor Lens');
    const { Run } = vscode.TestRunProfileKind;
    controller.createRunProfile(t('Run'), Run, (request, token) => this.run(request, false, token), true);
    controller.createRunProfile(t('Update Snapshots'), Run, (request, token) => this.run(request, true, token), false);
    return (this.shown = { controller, tree: new TestTree(controller, this.reader) });
  }

  dispose(): void {
    this.shown?.tree.dispose();
    this.shown?.controller.dispose();
  }

  /** Runs these tests, or all tests, and updates their snapshots. */
  async update(tests: readonly vscode.TestItem[] | undefined): Promise<void> {
    if (!tests) await this.show().tree.find();
    await this.run(new vscode.TestRunRequest(tests), true, new vscode.CancellationTokenSource().token);
  }

  /** Loads the code that runs tests, with the first run. */
  private async run(request: vscode.TestRunRequest, update: boolean, token: vscode.CancellationToken): Promise<void> {
    const { TestRunner } = await import('./testRunner.js');
    const { controller, tree } = this.show();
    await new TestRunner(this.client, this.reader, this.outside, controller, tree).run(request, update, token);
  }
}
