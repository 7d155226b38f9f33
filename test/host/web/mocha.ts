/** Sets mocha up before the suites are loaded, as its bundle for browsers wants it. */
import 'mocha/mocha.js';
import { TEST_MS } from '../../../scripts/patience.mjs';

declare const mocha: { setup(options: { ui: string; timeout: number; reporter: new () => object }): void };

mocha.setup({ ui: 'bdd', timeout: TEST_MS, reporter: class {} });
