import * as vscode from 'vscode';
import type { RunRequest } from '../protocol/runnerApi.js';

export type LiveMode = 'off' | 'onSave' | 'onType';

/** A megabyte as VS Code and the panel count it. */
const MEGABYTE = 1024 ** 2;
/** The longest delay of a timer. A timer with a longer delay fires at once. */
const LONGEST_MS = 2 ** 31 - 1;
/** The most elements of a tensor that every node carries. Larger tensors are requested one at a time. */
const MAX_VALUES = 256;

const section = (scope?: vscode.Uri) => vscode.workspace.getConfiguration('tensorLens', scope ?? null);

function get<T>(name: string, fallback: T, scope?: vscode.Uri): T {
  const value = section(scope).get<T>(name);
  return typeof value === typeof fallback ? value! : fallback;
}

/** Settings in the form that the code needs: in milliseconds and bytes, and always of the right type. */
export const settings = {
  timeLimit: (uri: vscode.Uri): number => Math.min(LONGEST_MS, Math.max(0, get('timeLimit', 60, uri)) * 1000),
  request: (uri: vscode.Uri): Pick<RunRequest, 'maxValues' | 'maxPasses' | 'passes' | 'limits' | 'translations'> => ({
    maxValues: MAX_VALUES,
    maxPasses: Math.max(1, Math.floor(get('maxPasses', 50, uri))),
    passes: 0,
    limits: {
      tensorBytes: Math.max(1, get('tensorMemoryLimit', 1024, uri)) * MEGABYTE,
      keptBytes: Math.max(0, get('keptMemory', 256, uri)) * MEGABYTE,
    },
    ...(vscode.l10n.bundle && { translations: vscode.l10n.bundle }),
  }),
  wideVectors: (): boolean => get('wideVectors', true),
  /**
   * The default device of tensors, and whether to open a graphics card. With `auto`, the card is opened where the
   * program names it; otherwise the device that `faster` returns is the default.
   */
  backend: (uri: vscode.Uri, namesWebgl: boolean, faster: () => RunRequest['backend']): Pick<RunRequest, 'backend' | 'card'> => {
    const chosen = get<string>('backend', 'auto', uri);
    const isMade = chosen === 'webgl' || (chosen === 'auto' && !namesWebgl && faster() === 'webgl');
    return { backend: isMade ? 'webgl' : 'cpu', card: isMade || (chosen !== 'cpu' && namesWebgl) };
  },
  isAuto: (uri: vscode.Uri): boolean => get<string>('backend', 'auto', uri) === 'auto',
  live: (uri: vscode.Uri): { mode: LiveMode; delay: number } => {
    const mode = get<string>('live.mode', 'off', uri);
    return {
      mode: mode === 'onType' || mode === 'onSave' ? mode : 'off',
      delay: Math.min(LONGEST_MS, Math.max(0, get('live.delay', 400, uri))),
    };
  },
  inlayHints: (uri: vscode.Uri): boolean => get('inlayHints.enabled', true, uri),
  codeLens: (uri: vscode.Uri): boolean => get('codeLens.enabled', true, uri),
  gutterMarks: (uri: vscode.Uri): boolean => get('gutterMarks.enabled', true, uri),
  hovers: (uri: vscode.Uri): boolean => get('hovers.enabled', true, uri),
  habits: (uri?: vscode.Uri): boolean => get('habits.enabled', true, uri),
  explainProblems: (uri: vscode.Uri): boolean => get('diagnostics.enabled', true, uri),

  /** Calls `then` when one of these settings changes. */
  onChange: (names: readonly string[], then: () => void): vscode.Disposable =>
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (names.some((name) => event.affectsConfiguration(`tensorLens.${name}`))) then();
    }),
};
