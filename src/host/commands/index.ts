import { chooseLive } from './chooseLive.js';
import { choosePass } from './choosePass.js';
import type { Command } from './command.js';
import { dropNumbers, keepNumbers, knobs, numberDown, numberUp } from './moveNumber.js';
import { newModel } from './newModel.js';
import { openExample } from './openExample.js';
import { runBackward } from './runBackward.js';
import { runForward } from './runForward.js';
import { showGraph } from './showGraph.js';
import { showNode } from './showNode.js';
import { showOutput } from './showOutput.js';
import { stop } from './stop.js';
import { toggleInlayHints } from './toggleInlayHints.js';
import { togglePin, unpin } from './togglePin.js';
import { updateSnapshots } from './updateSnapshots.js';
import type * as ways from './ways.js';

/** A command of `ways.ts`. That file is loaded when one of its commands is first used. */
const later = (id: string, name: keyof typeof ways): Command => ({
  id,
  run: async (...args) => (await import('./ways.js'))[name].run(...args),
});

/** Every command of the extension. A test compares this list with package.json. */
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
  later('tensorLens.keepRun', 'keepRun'),
  later('tensorLens.compareRuns', 'compareRuns'),
  knobs,
  numberUp,
  numberDown,
  keepNumbers,
  dropNumbers,
  chooseLive,
  toggleInlayHints,
  newModel,
  later('tensorLens.exportPyTorch', 'exportPyTorch'),
  later('tensorLens.exportOnnx', 'exportOnnx'),
  later('tensorLens.openOnnx', 'openOnnx'),
  later('tensorLens.openTensor', 'openTensor'),
  later('tensorLens.convertPython', 'convertPythonFile'),
  later('tensorLens.pasteAsModel', 'pasteAsModel'),
  later('tensorLens.showOtherLine', 'showOtherLine'),
  openExample,
  updateSnapshots,
  later('tensorLens.addTypes', 'addTypes'),
];
