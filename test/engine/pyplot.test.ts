import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import type { FigureData } from '../../src/engine/pyplot/data.js';
import { Pyplot } from '../../src/engine/pyplot/pyplot.js';
import { colorMaps } from '../../src/engine/pyplot/styles.js';
import { knownMaps } from '../../src/present/plots/colours.js';
import { figureSchema } from '../../src/protocol/figure.js';
import { isOf } from '../../src/protocol/schema.js';

/** The figures that a program shows. */
function shown(program: (plt: Pyplot) => void): FigureData[] {
  const figures: FigureData[] = [];
  const plt = new Pyplot((figure) => figures.push(figure));
  program(plt);
  plt.finish();
  for (const figure of figures)
    expect(isOf(figureSchema, { ...figure, pass: 0, source: null }), JSON.stringify(figure).slice(0, 300)).toBe(true);
  return figures;
}
const only = (program: (plt: Pyplot) => void) => shown(program)[0]!.axes[0]!;

describe('plt', () => {
  it('plots lines of lists and tensors, with formats and keywords', () => {
    const { marks, title, x, legend } = only((plt) => {
      plt.plot([1, 2, NaN]);
      plt.plot(torch.arange(3), torch.tensor([3, 4, 5]), 'ro--', { label: 'fit', lw: 3 });
      plt.plot([
        [1, 2],
        [3, 4],
      ]);
      plt.title('T');
      plt.xlabel('step');
      plt.legend();
    });
    expect(marks).toMatchObject([
      { kind: 'line', x: [0, 1, 2], y: [1, 2, null], color: 'C0', dash: '-', marker: '' },
      { kind: 'line', x: [0, 1, 2], y: [3, 4, 5], color: '#ff0000', dash: '--', marker: 'o', width: 3, label: 'fit' },
      { kind: 'line', y: [1, 3], color: 'C1' },
      { kind: 'line', y: [2, 4], color: 'C2' },
    ]);
    expect([title, x.label, legend]).toEqual(['T', 'step', 'best']);
  });

  it('counts as numpy: the last bin has its upper edge', () => {
    let counted: unknown;
    const { marks } = only((plt) => void (counted = plt.hist([1, 2, 2, 3, 5], { bins: 4 }).slice(0, 2)));
    expect(counted).toEqual([
      [1, 2, 1, 1],
      [1, 2, 3, 4, 5],
    ]);
    expect(marks).toMatchObject([{ kind: 'bars', from: [1, 2, 3, 4], to: [2, 3, 4, 5], end: [1, 2, 1, 1] }]);
  });

  it('shows points by a number, bars by names, pictures, and bands', () => {
    const [grid] = torch.meshgrid(torch.arange(3), torch.arange(4), { indexing: 'ij' });
    const { axes, rows, columns, title, name, isSaved } = shown((plt) => {
      const [figure, all] = plt.subplots(2, 2, { figsize: [8, 6] });
      all[0]![0]!.scatter([1, 2], [3, 4], { c: [0, 1], cmap: 'plasma', s: 9 });
      all[0]![1]!.bar(['a', 'b'], [1, 2], { color: 'tab:orange' });
      figure.colorbar(all[1]![0]!.imshow(torch.eye(2), { vmin: -1 }), { label: 'n' });
      all.flatten()[3]!.contourf(grid!, { levels: [0, 1, 2] });
      figure.suptitle('All');
      figure.savefig('out/all.png');
    })[0]!;
    expect([rows, columns, title, name, isSaved]).toEqual([2, 2, 'All', 'all', true]);
    expect(axes.map(({ place }) => place)).toEqual([
      [0, 0, 1, 1],
      [0, 1, 1, 1],
      [1, 0, 1, 1],
      [1, 1, 1, 1],
    ]);
    expect(axes.map(({ marks: [mark] }) => mark)).toMatchObject([
      { kind: 'points', values: [0, 1], mapped: { map: 'plasma', low: 0, high: 1 }, sizes: [9] },
      { kind: 'bars', color: 'C1', end: [1, 2] },
      { kind: 'image', data: [1, 0, 0, 1], mapped: { low: -1, high: 1 }, extent: [-0.5, 1.5, 1.5, -0.5] },
      { kind: 'contour', isFilled: true, rows: 3, columns: 4, levels: [0, 1, 2] },
    ]);
    expect(axes[2]).toMatchObject({ isEqual: true, y: { isReversed: true }, bars: [{ mark: 0, label: 'n' }] });
    expect(axes[1]!.x.ticks).toEqual([
      { at: 0, text: 'a' },
      { at: 1, text: 'b' },
    ]);
  });

  it('shows each figure once, and what was forgotten in the end', () => {
    const figures = shown((plt) => {
      plt.plot([1]);
      plt.savefig('a.png');
      plt.show();
      plt.plot([2]);
      plt.show();
      plt.figure();
      plt.figure();
      plt.plot([3]);
    });
    expect(figures.map(({ name }) => name)).toEqual(['a', 'figure-1', 'figure-2']);
  });

  it('keeps the peaks of a long line, and refuses what nobody could look at', () => {
    const long = Array.from({ length: 100_000 }, (_, i) => (i === 54_321 ? 9 : Math.sin(i)));
    const [figure] = shown((plt) => plt.plot(long));
    const [mark] = figure!.axes[0]!.marks;
    expect(figure!.isThinned).toBe(true);
    expect(mark?.kind === 'line' && [mark.y.length <= 5_002, Math.max(...mark.y.map(Number))]).toEqual([true, 9]);
  });

  it.each<[string, (plt: Pyplot) => void, string]>([
    ['lengths', (plt) => plt.plot([1, 2], [1]), 'x and y must have same first dimension, but have shapes (2,) and (1,)'],
    [
      'a gradient',
      (plt) => plt.plot(torch.ones(2, { requires_grad: true })),
      "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
    ],
    ['a color', (plt) => plt.plot([1], { color: 'blurple' }), "'blurple' is not a valid value for color"],
    ['a map', (plt) => plt.imshow([[1]], { cmap: 'nope' }), "'nope' is not a valid value for cmap; supported values are 'viridis'"],
    ['an image', (plt) => plt.imshow([1, 2]), 'Invalid shape (2,) for image data'],
    [
      'limits',
      (plt) => {
        plt.xlim(NaN, 1);
        plt.plot([1]);
        plt.show();
      },
      'cannot be NaN or Inf',
    ],
    ['no colours', (plt) => plt.colorbar(), 'No mappable was found'],
    ['a format', (plt) => plt.plot([1], 'rq'), "'rq' is not a valid format string (unrecognized character 'q')"],
  ])('says what is wrong with %s', (_, program, message) => {
    expect(() => program(new Pyplot(() => {}))).toThrow(message);
  });

  it('has a drawing for every colour map', () => {
    expect([...knownMaps].sort()).toEqual([...colorMaps].sort());
  });
});
