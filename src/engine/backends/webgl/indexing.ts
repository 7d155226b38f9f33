import { numel } from '../../shape.js';
import type { View } from '../backend.js';
import { elementsOf, loops } from './memory.js';
import { dims, run, takeApart, walked, type Program } from './programs.js';
import { writeTexture } from './write.js';

const gatherProgram: Program = {
  inputs: ['xs', 'index'],
  text: `${dims('out')} ${walked('x')} ${walked('index')} uniform int step;
float result(int i) {
  int at = xOffset;
  int which = indexOffset;
  ${takeApart('i', 'out', { at: 'x', which: 'index' })}
  return fetch(xs, at + int(fetch(index, which)) * step);
}`,
};

/** @see Kernels.gather */
export function gather(x: View, dim: number, index: View, out: View): void {
  const n = numel(out.sizes);
  if (n === 0) return;
  const others = x.strides.map((stride, d) => (d === dim ? 0 : stride));
  const { sizes, strides } = loops(out.sizes, [others, index.strides]);
  const ints = {
    outRank: sizes.length,
    outSizes: sizes,
    xOffset: x.offset,
    xStrides: strides[0],
    indexOffset: index.offset,
    indexStrides: strides[1],
    step: x.strides[dim],
  };
  writeTexture(run(gatherProgram, [elementsOf(x.storage).onCard(), elementsOf(index.storage).onCard()], n, ints), out);
}

const takeProgram: Program = {
  inputs: ['xs', 'positions'],
  text: `${dims('out')} ${dims('x')} ${walked('x')} ${walked('positions')}
float result(int i) {
  int which = positionsOffset;
  ${takeApart('i', 'out', { which: 'positions' })}
  int position = int(fetch(positions, which));
  int at = xOffset;
  ${takeApart('position', 'x', { at: 'x' })}
  return fetch(xs, at);
}`,
};

/** @see Kernels.take */
export function take(x: View, positions: View, out: View): void {
  const n = numel(out.sizes);
  if (n === 0) return;
  const from = loops(x.sizes, [x.strides]);
  const where = loops(out.sizes, [positions.strides]);
  const ints = {
    outRank: where.sizes.length,
    outSizes: where.sizes,
    positionsOffset: positions.offset,
    positionsStrides: where.strides[0],
    xRank: from.sizes.length,
    xSizes: from.sizes,
    xOffset: x.offset,
    xStrides: from.strides[0],
  };
  writeTexture(run(takeProgram, [elementsOf(x.storage).onCard(), elementsOf(positions.storage).onCard()], n, ints), out);
}
