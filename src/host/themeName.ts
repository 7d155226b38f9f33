import * as vscode from 'vscode';
import type { ThemeName } from '../present/defaultThemes.js';

/** Which of VS Code's default themes is nearest to the one in use, whose colours an extension is not told. */
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
