/**
 * Commands with large imports. Under Node they are a bundle of their own (`apart` in scripts/build.mjs), which is
 * loaded when one of them is first used.
 */
export { addTypes } from './addTypes.js';
export { compareRuns, keepRun } from './compareRuns.js';
export { convertPythonFile } from './convertPython.js';
export { exportOnnx } from './exportOnnx.js';
export { exportPyTorch } from './exportPyTorch.js';
export { openOnnx } from './openOnnx.js';
export { openTensor } from './openTensor.js';
export { pasteAsModel } from './pasteAsModel.js';
export { showOtherLine } from './showOtherLine.js';
