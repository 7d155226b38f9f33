import type * as vscode from 'vscode';
import type { Command } from './command.js';

/**
 * Updates the snapshots of tests: of the test, or the message about a changed snapshot, that the command was called on;
 * else of all tests.
 */
export const updateSnapshots: Command = {
  id: 'tensorLens.updateSnapshots',
  run: ({ tests }, argument) => tests.update(itemsOf(argument)),
};

/** The test items in the argument that a menu of the Test Explorer passes. */
function itemsOf(argument: unknown): vscode.TestItem[] | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('test' in argument) return [argument.test as vscode.TestItem];
  return 'uri' in argument && 'children' in argument ? [argument as vscode.TestItem] : undefined;
}
