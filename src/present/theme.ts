import { lightness, mix } from './colours.js';

/** The colours and fonts of the panel, of pictures in hovers, and of exported pictures. */
export interface Theme {
  dark: boolean;
  highContrast: boolean;
  background: string;
  foreground: string;
  muted: string;
  line: string;
  border: string;
  focus: string;
  link: string;
  input: string;
  parameter: string;
  loss: string;
  highlight: string;
  error: string;
  warning: string;
  /** The ends of the diverging scales of values and gradients, and the single hue of magnitudes. */
  value: DivergingScale;
  grad: DivergingScale;
  measure: string;
  font: string;
  mono: string;
}

export interface DivergingScale {
  negative: string;
  positive: string;
}

/** A theme of VS Code: returns the value of a variable by its name without `--vscode-`, '' when there is none. */
export type ThemeVariables = (name: string) => string;

/** Builds the theme from VS Code's theme variables. Colours that a theme lacks are those of its default theme. */
export function themeOf(variable: ThemeVariables, highContrast: boolean): Theme {
  const read = (names: readonly string[], fallback: string): string => names.map(variable).find((value) => value !== '') ?? fallback;
  const background = read(['editor-background'], '#1f1f1f');
  const dark = lightness(background) < 128;
  const opaque = (color: string) => mix(background, color, 1);
  const foreground = opaque(read(['editor-foreground', 'foreground'], dark ? '#cccccc' : '#3b3b3b'));
  // Some of the chart colours are translucent. Text in such a colour could not be read.
  const solid = (color: string) => mix(color, color, 1);
  const blue = solid(read(['charts-blue'], '#3794ff'));
  const orange = solid(read(['charts-orange'], '#d18616'));
  const green = solid(read(['charts-green'], '#89d185'));
  const purple = solid(read(['charts-purple'], '#b180d7'));
  const contrast = read(['contrastBorder'], foreground);
  return {
    dark,
    highContrast,
    background,
    foreground,
    muted: highContrast ? foreground : opaque(read(['descriptionForeground'], mix(background, foreground, 0.7))),
    line: highContrast ? foreground : mix(background, foreground, dark ? 0.42 : 0.5),
    border: highContrast ? contrast : mix(background, foreground, dark ? 0.3 : 0.32),
    focus: opaque(read(highContrast ? ['contrastActiveBorder', 'focusBorder'] : ['focusBorder'], '#0078d4')),
    link: opaque(read(['textLink-foreground'], blue)),
    input: blue,
    parameter: orange,
    loss: opaque(read(['charts-red'], '#f14c4c')),
    highlight: opaque(read(['charts-yellow'], '#cca700')),
    error: opaque(read(['errorForeground', 'charts-red'], '#f14c4c')),
    warning: opaque(read(['editorWarning-foreground', 'charts-yellow'], '#cca700')),
    value: { negative: blue, positive: orange },
    grad: { negative: purple, positive: green },
    measure: purple,
    font: read(['font-family'], 'system-ui, sans-serif'),
    mono: read(['editor-font-family'], 'monospace'),
  };
}

/** The colour of a number on a diverging scale that ends at ±`limit`. The middle is the background. */
export function diverging(theme: Theme, scale: DivergingScale, value: number, limit: number): string {
  const share = limit > 0 ? Math.min(1, Math.abs(value) / limit) : 0;
  // The square root makes small numbers visible beside large ones.
  return mix(theme.background, value < 0 ? scale.negative : scale.positive, Math.sqrt(share) * 0.95);
}
