import * as vscode from 'vscode';
import type { Binding } from '../../protocol/trace.js';
import { type HoverContext, HOVER_COMMANDS, hoverText } from '../../insight/hover/hoverText.js';
import { isIgnored } from '../../insight/inline/ignored.js';
import { themeName } from '../themeName.js';
import { settings } from '../settings.js';
import type { ModelSession, Result } from '../sessions/modelSession.js';
import { defaultTheme } from '../../present/defaultThemes.js';
import { gradientIn } from '../../insight/hover/gradientIn.js';
import type { Place } from '../../insight/results/runIndex.js';
import type { Sessions } from '../sessions/sessions.js';
import { type Subject, subjectAt } from '../../insight/hover/subject.js';

/** Shows what the last run knows about the name or the expression under the pointer. */
export class Hovers implements vscode.HoverProvider {
  constructor(private readonly sessions: Sessions) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    if (!settings.hovers(document.uri) || isIgnored(document.lineAt(position.line).text, 'hover')) return null;
    for (const session of this.sessions.about(document.uri)) {
      const hover = await hoverOf(session, document, position);
      if (hover) return hover;
    }
    return null;
  }
}

async function hoverOf(session: ModelSession, document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
  const { result } = session;
  const origin = result?.sources.origin(document, position);
  const place = result && origin && (await placeAt(result, origin));
  const located = place && result.sources.locate(place.range);
  const isDocumented = document.getWordRangeAtPosition(position, /[A-Za-z_$][\w$]*/) !== undefined;
  const markdown = place && (await markdownOf(session, result, place, isDocumented));
  return located && markdown ? new vscode.Hover(markdown, located.range) : null;
}

/** The hover of a name in the list of results. */
export async function hoverOfBinding(session: ModelSession, binding: Binding): Promise<vscode.MarkdownString | null> {
  return session.result && markdownOf(session, session.result, { range: binding.source, binding }, false);
}

async function markdownOf(
  session: ModelSession,
  result: Result,
  place: Place,
  isDocumented: boolean,
): Promise<vscode.MarkdownString | null> {
  const { index, run, sources } = result;
  const subject = subjectAt(index, place, session.chosenPass);
  if (!subject) return null;
  const context: HoverContext = {
    uri: session.uri.toString(),
    stale: session.stale,
    passCount: run.pass_count,
    keptPasses: run.passes.map((pass) => pass.index),
    backend: run.backend,
    isDocumented,
    dims: await dimsOf(result, place, subject),
    theme: defaultTheme(themeName()),
    locate: (source) => {
      const located = sources.locate(source);
      return located
        ? located.uri.with({ fragment: `L${located.range.start.line + 1},${located.range.start.character + 1}` }).toString()
        : '';
    },
  };
  const markdown = new vscode.MarkdownString(hoverText(subject, context), true);
  markdown.isTrusted = { enabledCommands: Object.values(HOVER_COMMANDS) };
  return markdown;
}

/** The names of the dimensions of a tensor: those known for its name, or for the name that its expression was bound to. */
async function dimsOf({ index, sources }: Result, { binding }: Place, { node, shape }: Subject): Promise<readonly string[] | null> {
  const named = binding ?? (node?.label == null ? null : (index.run.bindings.find(({ key }) => key === node.key) ?? null));
  return named && sources.dims(named.source, shape);
}

interface Spot {
  file: string;
  line: number;
  column: number;
}

/**
 * The place that the hover is about: for a name, its nearest binding above; for `.grad`, the binding of its tensor;
 * else the innermost expression around the position.
 */
async function placeAt(result: Result, spot: Spot): Promise<Place | null> {
  const { index } = result;
  return (await nameAt(result, spot)) ?? (await gradientAt(result, spot)) ?? index.placeAt(spot.file, spot.line, spot.column);
}

async function nameAt({ index, sources }: Result, { file, line, column }: Spot): Promise<Place | null> {
  const name = (await sources.names(file))?.at(line, column);
  for (const definition of name?.definitions ?? []) {
    const binding = index.bindingAt(definition);
    if (binding && name) return { range: name.use, binding };
  }
  return null;
}

async function gradientAt(result: Result, { file, line, column }: Spot): Promise<Place | null> {
  const found = gradientIn(result.sources.text(file).split(/\r\n|\n/)[line - 1] ?? '', column);
  if (!found) return null;
  const range = { file, line, column: found.column, endLine: line, endColumn: found.endColumn };
  const { parameter, of } = found;
  const name = await nameAt(result, { file, line, column: of });
  if (name) return { ...name, range, isGradient: true };
  return parameter === null ? null : { range, binding: null, parameter, isGradient: true };
}
