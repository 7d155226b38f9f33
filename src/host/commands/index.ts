import type { Command } from './command.js';
import { choosePass } from './choosePass.js';
import { runBackward } from './runBackward.js';
import { runForward } from './runForward.js';
import { showGraph } from './showGraph.js';
import { showNode } from './showNode.js';
import { stop } from './stop.js';

/** Every command of the extension. A test holds this list against package.json. */
export const commands: readonly Command[] = [runForward, runBackward, stop, showGraph, choosePass, showNode];
