import type * as vscode from 'vscode';
import type { ModelSession } from '../../src/host/sessions/modelSession.js';
import { Hovers } from '../../src/host/editor/hovers.js';
import { placedHints } from '../../src/host/editor/placedHints.js';
import type { Sessions } from '../../src/host/sessions/sessions.js';

/** Calls providers directly, without VS Code, to measure only our own time. */
const only = (session: ModelSession): Sessions => ({ about: () => [session] }) as unknown as Sessions;

export const hoverAtPosition = (
  session: ModelSession,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | null> => new Hovers(only(session)).provideHover(document, position);

export const hintsIn = (session: ModelSession, document: vscode.TextDocument): number => placedHints(only(session), document).length;
