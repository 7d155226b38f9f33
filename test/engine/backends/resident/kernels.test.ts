/** Runs the tests of kernels again, with arrays in WebAssembly's memory. */
import './resident.js';
import '../copies.test.js';
import '../matmul.test.js';
import '../wasm/convolution.test.js';
import '../wasm/folds.test.js';
import '../wasm/functions.test.js';
import '../wasm/maps.test.js';
import '../wasm/pooling.test.js';
import '../wasm/rows.test.js';
import '../wasm/softmax.test.js';
