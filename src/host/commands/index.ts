import { addTypes } from './addTypes.js';
import { chooseLive } from './chooseLive.js';
import { compareRuns, keepRun } from './compareRuns.js';
import { choosePass } from './choosePass.js';
import type { Command } from './command.js';
import { exportPyTorch } from './exportPyTorch.js';
import { convertPythonFile } from './convertPython.js';
import { dropNumbers, keepNumbers, knobs, numberDown, numberUp } from './moveNumber.js';
import { newModel } from './newModel.js';
import { openExample } from './openExample.js';
import { pasteAsModel } from './pasteAsModel.js';
import { runBackward } from './runBackward.js';
import { runForward } from './runForward.js';
import { showGraph } from './showGraph.js';
import { showNode } from './showNode.js';
import { showOtherLine } from './showOtherLine.js';
import { showOutput } from './showOutput.js';
import { stop } from './stop.js';
import { toggleInlayHints } from './toggleInlayHints.js';
import { togglePin, unpin } from './togglePin.js';
import { updateSnapshots } from './updateSnapshots.js';

/** Every command of the extension. A test holds this list against package.json. */
export const commands: readonly Command[] = [
  runForward,
  runBackward,
  stop,
  showGraph,
  togglePin,
  unpin,
  choosePass,
  showNode,
  showOutput,
  keepRun,
  compareRuns,
  knobs,
  numberUp,
  numberDown,
  keepNumbers,
  dropNumbers,
  chooseLive,
  toggleInlayHints,
  newModel,
  exportPyTorch,
  convertPythonFile,
  pasteAsModel,
  showOtherLine,
  openExample,
  updateSnapshots,
  addTypes,
];
