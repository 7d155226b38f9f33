import * as vscode from 'vscode';
import type { GraphPanels } from '../panel/graphPanels.js';
import type { Output } from '../status/output.js';
import type { Reader } from '../../reader/client/reader.js';
import type { Sessions } from '../sessions/sessions.js';
import type { TestExplorer } from '../testing/testExplorer.js';
import { SourceError } from '../../language/sourceError.js';
import { notTrusted } from '../trust.js';

/** What commands work on. */
export interface CommandContext {
  readonly extension: vscode.ExtensionContext;
  readonly reader: Reader;
  readonly sessions: Sessions;
  readonly panels: GraphPanels;
  readonly output: Output;
  readonly tests: TestExplorer;
}

export interface Command {
  /** As in package.json. */
  readonly id: string;
  run(context: CommandContext, ...args: unknown[]): unknown;
}

/** A failure whose message is meant for the person at the keyboard. */
export class UserError extends Error {
  override name = 'UserError';
}

/** Of what is no program, with its place. @throws what it is given, as a UserError where it is a mistake in a text */
export function throwForUser(error: unknown): never {
  if (error instanceof SourceError) throw new UserError(`${error.range.file}:${error.range.line}: ${error.message}`);
  throw error;
}

/** @throws UserError where nothing may run */
export function requireTrust(): void {
  if (!vscode.workspace.isTrusted) throw new UserError(notTrusted());
}
