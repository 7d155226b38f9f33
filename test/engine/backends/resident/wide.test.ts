import { expect, it } from 'vitest';
import { hasWideProducts } from '../../../../src/engine/backends/cpu/gemm.js';
import { kernels } from '../../../../src/engine/backends/cpu/wasm/convolution/made.js';
import { useJoiner, Widening } from '../../../../src/engine/backends/cpu/wasm/wide.js';

/** A clock for which every second timed call, the wide one, takes half of the time. */
function joiner() {
  let [time, asked] = [0, 0];
  return { joinVectors: () => {}, now: () => (time += [0, 2, 0, 1][asked++ % 4]!) };
}

const widening = (wide: readonly number[], times = { narrow: 2, wide: 1 }) => {
  let time = 0;
  useJoiner({ joinVectors: () => {}, now: () => time });
  return new Widening({ numbers: [1, 2], is: 'narrow' as const }, () => ({ numbers: wide as number[], is: 'wide' as 'narrow' }), {
    compute: ({ numbers }) => Float32Array.from(numbers),
    work: ({ is }) => void (time += times[is]),
  });
};
const MUCH = 2 ** 40;

it('a kernel is made wide once it has done enough', () => {
  const kernel = widening([1, 2]);
  expect(kernel.for(1000).is).toBe('narrow');
  expect(kernel.for(MUCH).is).toBe('wide');
  expect(kernel.for(1).is).toBe('wide');
  expect(kernel.narrow.is).toBe('narrow');
});

it.each([
  ['gives other bits', widening([1, 2.0000002])],
  ['gives another sign of zero, or NaN', widening([1, NaN])],
  ['is not faster', widening([1, 2], { narrow: 2, wide: 1.9 })],
])('a wide kernel is not used that %s', (_, kernel) => {
  expect(kernel.for(MUCH).is).toBe('narrow');
  expect(kernel.isWide()).toBe(false);
});

it('a kernel that cannot be made wide stays', () => {
  const kernel = new Widening<number>(
    1,
    () => {
      throw new Error('no such instruction');
    },
    { compute: () => new Float32Array(0), work: () => {} },
  );
  useJoiner(joiner());
  expect(kernel.for(MUCH)).toBe(1);
});

it('nothing is made wide where vectors cannot be joined', () => {
  const kernel = widening([1, 2]);
  useJoiner(null);
  expect(kernel.for(MUCH).is).toBe('narrow');
});

it('wide products and convolutions give the bits of the narrow ones', () => {
  useJoiner(joiner());
  expect(hasWideProducts()).toBe(true);
  expect(kernels()!.isWide()).toBe(true);
});
