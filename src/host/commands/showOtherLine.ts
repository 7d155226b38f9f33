import * as vscode from 'vscode';
import { otherPlace } from '../files/converted.js';
import type { Command } from './command.js';

/** Jumps from a line of a converted model file to the Python line that it came from, and back. */
export const showOtherLine: Command = {
  id: 'tensorLens.showOtherLine',
  run: async () => {
    const editor = vscode.window.activeTextEditor;
    const place = editor && otherPlace(editor.document.uri, editor.selection.active.line);
    if (!place) return;
    const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === place.uri.toString());
    const selection = new vscode.Range(place.line, 0, place.line, 0);
    await vscode.window.showTextDocument(place.uri, {
      selection,
      preserveFocus: false,
      ...(open?.viewColumn && { viewColumn: open.viewColumn }),
    });
  },
};
