import { themeOf, type Theme } from '../src/present/theme.js';

let probe: CanvasRenderingContext2D | null = null;

/** Any CSS colour as `#rrggbb` or `rgba(...)`. A value that is not a colour is returned unchanged. */
function plain(value: string): string {
  if (/^(#|rgba?\()/.test(value) || !CSS.supports('color', value)) return value;
  probe ??= document.createElement('canvas').getContext('2d')!;
  probe.fillStyle = value;
  return probe.fillStyle;
}

/**
 * The current theme, from the variables that VS Code sets. It is read again whenever VS Code changes the classes or the
 * style of <body>: that is how VS Code switches themes.
 */
export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const classes = document.body.classList;
  return themeOf(
    (name) => plain(style.getPropertyValue(`--vscode-${name}`).trim()),
    classes.contains('vscode-high-contrast') || classes.contains('vscode-high-contrast-light'),
  );
}

/** Calls `changed` after VS Code switched the theme. Returns a function that stops this. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  return () => observer.disconnect();
}
