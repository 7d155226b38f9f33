/**
 * The colours of the panel, all taken from VS Code's theme variables. They are read anew whenever
 * VS Code changes the classes or the style of <body>, which is how it switches themes.
 */
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
  /** Ends of the diverging scales of values and gradients, and the single hue of magnitudes. */
  value: { negative: string; positive: string };
  grad: { negative: string; positive: string };
  measure: string;
  font: string;
  mono: string;
}

type Rgb = [number, number, number, number];

const parsed = new Map<string, Rgb>();
let probe: CanvasRenderingContext2D | null = null;

/** Any CSS colour as red, green, blue (0 to 255) and alpha (0 to 1). */
export function rgb(color: string): Rgb {
  let known = parsed.get(color);
  if (!known) {
    probe ??= document.createElement('canvas').getContext('2d')!;
    probe.fillStyle = '#000';
    probe.fillStyle = color;
    const text = probe.fillStyle;
    if (text.startsWith('#')) known = [1, 3, 5].map((i) => parseInt(text.slice(i, i + 2), 16)).concat(1) as Rgb;
    else known = (text.match(/[\d.]+/g) ?? ['0', '0', '0', '1']).map(Number) as Rgb;
    parsed.set(color, known);
  }
  return known;
}

/** `amount` of `color` over `under`, opaque. */
export function mix(under: string, color: string, amount: number): string {
  const [a, b] = [rgb(under), rgb(color)];
  const t = amount * b[3];
  return `#${[0, 1, 2]
    .map((i) =>
      Math.round(a[i]! + (b[i]! - a[i]!) * t)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const read = (names: string[], fallback: string): string => {
    for (const name of names) {
      const value = style.getPropertyValue(`--vscode-${name}`).trim();
      if (value) return value;
    }
    return fallback;
  };
  const classes = document.body.classList;
  const highContrast = classes.contains('vscode-high-contrast') || classes.contains('vscode-high-contrast-light');
  const background = read(['editor-background'], '#1f1f1f');
  const [r, g, b] = rgb(background);
  const dark = 0.299 * r + 0.587 * g + 0.114 * b < 128;
  const opaque = (color: string) => mix(background, color, 1);
  const foreground = opaque(read(['editor-foreground', 'foreground'], dark ? '#cccccc' : '#3b3b3b'));
  // Some of the chart colours are translucent, and text in them could not be read.
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

/** Calls back after VS Code switched the theme. Returns what stops it. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  return () => observer.disconnect();
}

/** Colour of a number on a diverging scale that ends at ±`limit`; the middle is the background. */
export function diverging(theme: Theme, scale: { negative: string; positive: string }, value: number, limit: number): string {
  const t = limit > 0 ? Math.min(1, Math.abs(value) / limit) : 0;
  // The square root lets small numbers be seen beside large ones.
  return mix(theme.background, value < 0 ? scale.negative : scale.positive, Math.sqrt(t) * 0.95);
}
