/** Sets mocha up before the suites are loaded, as its browser bundle requires. */
import 'mocha/mocha.js';
import { TEST_MS } from '../../../scripts/patience.mjs';

declare const mocha: { setup(options: { ui: string; timeout: number; reporter: new () => object; grep?: RegExp }): void };
declare const process: { env: Record<'TL_ONLY', string> };

/** `TL_ONLY='Add Types|the examples'` runs the tests whose names match. */
const only = process.env.TL_ONLY;

mocha.setup({ ui: 'bdd', timeout: TEST_MS, reporter: class {}, ...(only && { grep: new RegExp(only) }) });
