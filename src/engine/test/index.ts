/** What a test file imports from 'tensor-lens/test'. Each run has its own, see `Suite`. */
import type { Suite } from './suite.js';

type Api = Suite['api'];

/** A test: `test('learns AND', () => { … })`. Its body may be async. Every test begins with the seed 0. */
export declare const test: Api['test'];

/** The same as `test`. */
export declare const it: Api['it'];

/** Groups tests under a name. */
export declare const describe: Api['describe'];

/** What a value is to be: `expect(loss).toBeLessThan(0.1)`, `expect(net).toMatchSnapshot()`. */
export declare const expect: Api['expect'];

/** The sizes of a tensor: `expectShape(y, [8, 1])`. */
export declare const expectShape: Api['expectShape'];

/**
 * The gradient that `backward()` left in a tensor: `expectGradient(w, [2, 0])` as close as `torch.testing.assert_close` asks;
 * without numbers, that there is one which is finite and not zero all over.
 */
export declare const expectGradient: Api['expectGradient'];

/** All of it under one name: `tl.expect(loss)`. */
export declare const tl: Api['tl'];

export type { Expectation } from './expectation.js';
export type { Tolerance } from './close.js';
