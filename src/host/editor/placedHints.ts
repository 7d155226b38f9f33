import type * as vscode from 'vscode';
import { type Hint, hintsOf } from '../../insight/inline/hints.js';
import type { ModelSession } from '../sessions/modelSession.js';
import type { Sessions } from '../sessions/sessions.js';

export interface PlacedHint {
  hint: Hint;
  session: ModelSession;
  position: vscode.Position;
  label: string;
}

/** The hints of a document at their current places, from the first session that has any. */
export function placedHints(sessions: Sessions, document: vscode.TextDocument): PlacedHint[] {
  for (const session of sessions.about(document.uri)) {
    const hints = placeIn(session, document);
    if (hints.length > 0) return hints;
  }
  return [];
}

function placeIn(session: ModelSession, document: vscode.TextDocument): PlacedHint[] {
  const { result } = session;
  const file = result?.sources.fileOf(document.uri);
  if (!result || file == null) return [];
  const locate = result.sources.locator(file);
  return hintsOf(result.index, file, session.chosenPass, result.sources.text(file)).flatMap((hint) => {
    const located = locate(hint.after);
    if (!located?.intact) return [];
    const position = located.range.end;
    const isAnnotated = document.lineAt(position.line).text.slice(position.character).trimStart().startsWith(':');
    return [{ hint, session, position, label: hint.isName && !isAnnotated ? `: ${hint.text}` : ` ${hint.text}` }];
  });
}
