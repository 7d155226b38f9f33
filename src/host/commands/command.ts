import * as vscode from 'vscode';
import type { GraphPanels } from '../panel/graphPanels.js';
import type { Output } from '../status/output.js';
import type { Reader } from '../../reader/client/reader.js';
import type { Sessions } from '../sessions/sessions.js';
import type { TestExplorer } from '../testing/testExplorer.js';
import { SourceError } from '../../language/sourceError.js';
import { notTrusted } from '../trust.js';

/** The objects that commands work with. */
export interface CommandContext {
  readonly extension: vscode.ExtensionContext;
  readonly reader: Reader;
  readonly sessions: Sessions;
  readonly panels: GraphPanels;
  readonly output: Output;
  readonly tests: TestExplorer;
}

export interface Command {
  /** The same id as in package.json. */
  readonly id: string;
  run(context: CommandContext, ...args: unknown[]): unknown;
}

/**
 * Keeps a question open. The panel takes the focus back when the palette closes, and the walkthrough takes it when its
 * button has been pressed and a step is done: each would close the question before anybody has read it.
 */
export const STAYS = { ignoreFocusOut: true };

/** A failure whose message is meant for the user. */
export class UserError extends Error {
  override name = 'UserError';
}

/**
 * Throws an error again. A mistake in the text of a model becomes a message with its place.
 * @throws a UserError for such a mistake, else the given error
 */
export function throwForUser(error: unknown): never {
  if (error instanceof SourceError) throw new UserError(`${error.range.file}:${error.range.line}: ${error.message}`);
  throw error;
}

/** @throws UserError in a workspace that is not trusted */
export function requireTrust(): void {
  if (!vscode.workspace.isTrusted) throw new UserError(notTrusted());
}
