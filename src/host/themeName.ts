import * as vscode from 'vscode';
import type { ThemeName } from '../present/defaultThemes.js';

/**
 * The default theme of VS Code that is nearest to the current one. An extension cannot read the colours of the current
 * theme.
 */
export function themeName(): ThemeName {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.HighContrast:
      return 'hc';
    case vscode.ColorThemeKind.HighContrastLight:
      return 'hcLight';
    default:
      return 'dark';
  }
}
