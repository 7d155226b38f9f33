import { themeOf, type Theme } from '../src/present/theme.js';

let probe: CanvasRenderingContext2D | null = null;

/** A colour that CSS knows by another notation, as `#rrggbb` or `rgba(...)`; what is no colour stays as it is. */
function plain(value: string): string {
  if (/^(#|rgba?\()/.test(value) || !CSS.supports('color', value)) return value;
  probe ??= document.createElement('canvas').getContext('2d')!;
  probe.fillStyle = value;
  return probe.fillStyle;
}

/**
 * The theme as VS Code has it now, from the variables that it sets. It is read anew whenever VS Code changes
 * the classes or the style of <body>, which is how it switches themes.
 */
export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const classes = document.body.classList;
  return themeOf(
    (name) => plain(style.getPropertyValue(`--vscode-${name}`).trim()),
    classes.contains('vscode-high-contrast') || classes.contains('vscode-high-contrast-light'),
  );
}

/** Calls back after VS Code switched the theme. Returns what stops it. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  return () => observer.disconnect();
}
