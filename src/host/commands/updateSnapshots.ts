import type * as vscode from 'vscode';
import type { Command } from './command.js';

/** Writes the snapshots of tests as they are now: of a test, or of the message that says what is different, else of all tests. */
export const updateSnapshots: Command = {
  id: 'tensorLens.updateSnapshots',
  run: ({ tests }, argument) => tests.update(itemsOf(argument)),
};

/** What a menu of the Test Explorer gives. */
function itemsOf(argument: unknown): vscode.TestItem[] | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('test' in argument) return [argument.test as vscode.TestItem];
  return 'uri' in argument && 'children' in argument ? [argument as vscode.TestItem] : undefined;
}
