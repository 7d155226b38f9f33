/** The exports of 'tensor-lens/test'. Each run has its own, see `Suite`. */
import type { Suite } from './suite.js';

type Api = Suite['api'];

/** A test: `test('learns AND', () => { … })`. Its body may be async. Every test begins with the seed 0. */
export declare const test: Api['test'];

/** The same as `test`. */
export declare const it: Api['it'];

/** Groups tests under a name. */
export declare const describe: Api['describe'];

/** Checks a value: `expect(loss).toBeLessThan(0.1)`, `expect(net).toMatchSnapshot()`. */
export declare const expect: Api['expect'];

/** Checks the sizes of a tensor: `expectShape(y, [8, 1])`. */
export declare const expectShape: Api['expectShape'];

/**
 * Checks the gradient that `backward()` left in a tensor: `expectGradient(w, [2, 0])` compares it as
 * `torch.testing.assert_close` does; without numbers, the gradient must exist, be finite, and not be zero everywhere.
 */
export declare const expectGradient: Api['expectGradient'];

/** All of these exports under one name: `tl.expect(loss)`. */
export declare const tl: Api['tl'];

export type { Expectation } from './expectation.js';
export type { Tolerance } from './close.js';
