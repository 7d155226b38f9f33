/** Commands that bring much with them: a bundle of its own under Node (`apart` in scripts/build.mjs), loaded when the first of them is asked for. */
export { addTypes } from './addTypes.js';
export { compareRuns, keepRun } from './compareRuns.js';
export { convertPythonFile } from './convertPython.js';
export { exportOnnx } from './exportOnnx.js';
export { exportPyTorch } from './exportPyTorch.js';
export { openOnnx } from './openOnnx.js';
export { pasteAsModel } from './pasteAsModel.js';
export { showOtherLine } from './showOtherLine.js';
