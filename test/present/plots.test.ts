import { describe, expect, it } from 'vitest';
import { Pyplot } from '../../src/engine/pyplot/pyplot.js';
import { figuresAt } from '../../src/graph/figuresAt.js';
import { plotFiles } from '../../src/graph/plotFiles.js';
import { defaultTheme } from '../../src/present/defaultThemes.js';
import { figureSvg } from '../../src/present/plots/figureSvg.js';
import type { Figure, FigureData } from '../../src/protocol/figure.js';
import { KeptFigures } from '../../src/run/client/keptFigures.js';

const drawn = (program: (plt: Pyplot) => void, theme: 'light' | 'dark' | 'hc' = 'light'): string => {
  let figure: FigureData | undefined;
  const plt = new Pyplot((one) => (figure = one));
  program(plt);
  plt.finish();
  return figureSvg(figure!, defaultTheme(theme)).svg;
};
const attributes = (svg: string, tag: string, name: string) =>
  [...svg.matchAll(new RegExp(`<${tag} [^>]*?\\b${name}="([^"]*)"`, 'g'))].map(([, value]) => value!);

describe('a figure as SVG', () => {
  it('puts numbers where they are: a straight line, its ends five hundredths from the frame', () => {
    const svg = drawn((plt) => {
      plt.plot([0, 10], [0, 100]);
      plt.axhline(50);
    });
    const [left, width] = ['x', 'width'].map((name) => Number(attributes(svg, 'rect', name).at(-1)));
    const [x1, y1, x2, y2] = /d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)"/.exec(svg)!.slice(1).map(Number);
    expect((x1! - left!) / width!).toBeCloseTo(0.05 / 1.1, 3);
    expect((x2! - left!) / width!).toBeCloseTo(1.05 / 1.1, 3);
    expect(Number(attributes(svg, 'line', 'y1')[0])).toBeCloseTo((y1! + y2!) / 2, 1);
  });

  it('breaks a line where there is no number, and draws none where an axis has no place', () => {
    expect(
      drawn((plt) => plt.plot([1, 2, NaN, 3, 4]))
        .match(/d="(M[^"]*L[^"]*)"[^>]*stroke-linejoin/)![1]!
        .match(/M/g),
    ).toHaveLength(2);
    const svg = drawn((plt) => void plt.semilogy([0, 1, 10, 100], 'o'));
    expect(svg.match(/<g transform="translate/g)).toHaveLength(3);
  });

  it('lets nothing of a text become markup', () => {
    const svg = drawn((plt) => {
      plt.plot([1, 2], { label: '<script>1</script>' });
      plt.title('"><image href=x onerror=y>&');
      plt.legend();
    });
    expect(svg).not.toMatch(/<script|<image/);
  });

  it('follows the theme, where the program named no colour of its own', () => {
    const program = (plt: Pyplot) => {
      plt.plot([1, 2], 'k');
      plt.plot([2, 1], { color: '#123456' });
    };
    const [light, dark] = [drawn(program), drawn(program, 'dark')];
    expect(light).toContain(`stroke="${defaultTheme('light').foreground}"`);
    expect(dark).toContain(`stroke="${defaultTheme('dark').foreground}"`);
    for (const svg of [light, dark]) expect(svg).toContain('stroke="#123456"');
  });
});

const figure = (name: string, pass: number, more: Partial<Figure> = {}): Figure => ({
  name,
  isSaved: false,
  title: '',
  width: 1,
  height: 1,
  rows: 1,
  columns: 1,
  axes: [],
  isThinned: false,
  pass,
  source: { file: 'a', line: 1, column: 1, endLine: 1, endColumn: 2 },
  ...more,
});

describe('the figures of a run', () => {
  const all = [
    figure('a', 0),
    figure('b', 2),
    figure('c', 4),
    figure('end', 4, { source: null }),
    figure('two', 0, { series: 's' }),
    figure('two', 0, { series: 's' }),
  ];

  it('are those of the pass: of a series how it stood then, or how it was first', () => {
    expect(figuresAt(all, 0)).toEqual([0, 3, 4, 5]);
    expect(figuresAt(all, 3)).toEqual([1, 3, 4, 5]);
    expect(figuresAt(all, Infinity)).toEqual([2, 3, 4, 5]);
  });

  it('are kept within bounds, the first and the last of each series', () => {
    const kept = new KeptFigures(10);
    for (let pass = 0; pass < 500; pass++) kept.add(figure('f', pass));
    const passes = kept.written.figures!.map(({ pass }) => pass);
    expect(passes.length).toBeLessThanOrEqual(10);
    expect([passes[0], passes.at(-1)]).toEqual([0, 499]);
  });

  it('have files of their own, but those that are saved again', () => {
    const files = plotFiles([
      figure('a', 0),
      figure('a', 1),
      figure('b', 0, { isSaved: true }),
      figure('b', 1, { isSaved: true }),
      figure('x/..\\y', 0),
    ]);
    expect([...files.keys()]).toEqual(['a', 'a-2', 'b', 'x-..-y']);
    expect(files.get('b')!.pass).toBe(1);
  });
});
