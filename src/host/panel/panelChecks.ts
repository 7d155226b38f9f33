/** The requests that the panel, and the page of a file of tensors, may make of the host. A webview is not trusted, so every argument is checked. */
import type { PanelHostApi } from '../../protocol/panelApi.js';
import type { TensorPageHostApi } from '../../protocol/tensorFile.js';
import type { Check } from '../../protocol/rpc.js';

type Test = readonly [holds: (value: unknown) => boolean, what: string];

const LARGEST_SAVE = 200_000_000;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (most: number) => (value: unknown) => typeof value === 'string' && value.length <= most;

const count: Test = [isCount, 'a whole number, not negative'];
const oneOf = (...choices: string[]): Test => [(value) => choices.includes(value as string), `one of ${choices.join(', ')}`];
const text = (most: number): Test => [isText(most), `a text of at most ${most} characters`];

const finite: Test = [(value) => Number.isFinite(value), 'a finite number'];

const range: Test = [
  (value) => {
    const { file, line, column, endLine, endColumn } = (value ?? {}) as Record<string, unknown>;
    return isText(4096)(file) && [line, column, endLine, endColumn].every((n) => isCount(n) && n > 0);
  },
  'a range',
];

const counts: Test = [
  (value) => Array.isArray(value) && value.length <= 10_000 && value.every(isCount),
  'a list of whole numbers, none of them negative',
];

const fileName: Test = [
  (value) => isText(255)(value) && /^[^/\\\0]+$/.test(value as string) && !/^\.+$/.test(value as string),
  'a file name',
];

const isEntry = (value: unknown): boolean => {
  const { node, index } = (value ?? {}) as { node?: unknown; index?: unknown };
  return isText(4096)(node) && count[0](index);
};

const field: Test = [
  (value) => {
    const { kind, pass, node, entries } = (value ?? {}) as Record<string, unknown>;
    if (!count[0](pass)) return false;
    if (kind === 'boundary') return isText(4096)(node);
    return kind === 'landscape' && Array.isArray(entries) && entries.length === 2 && entries.every(isEntry);
  },
  'what a picture is asked of',
];

const args =
  (...tests: Test[]): Check =>
  (given) => {
    if (given.length !== tests.length) return `takes ${tests.length} arguments, not ${given.length}.`;
    const wrong = tests.findIndex(([holds], i) => !holds(given[i]));
    return wrong < 0 ? undefined : `argument ${wrong + 1} is not ${tests[wrong]![1]}.`;
  };

export const PANEL_CHECKS: Record<keyof PanelHostApi, Check> = {
  ready: args(),
  reveal: args(range),
  goTo: args(range),
  run: args(oneOf('forward', 'backward')),
  stop: args(),
  choosePass: args(count),
  tensor: args(count, text(4096), oneOf('value', 'grad')),
  explain: args(count, text(4096), oneOf('value', 'grad'), counts),
  field: args(field),
  numbers: args(),
  moveNumber: args(count, finite),
  moveEntry: args(count, text(4096), count, finite),
  endMoves: args(oneOf('keep', 'drop')),
  passes: args(counts),
  figures: args(counts),
  trace: args(),
  copy: args(text(LARGEST_SAVE)),
  save: args(fileName, text(LARGEST_SAVE), oneOf('utf8', 'base64')),
};

export const TENSOR_CHECKS: Record<keyof TensorPageHostApi, Check> = {
  ready: args(),
  tensor: args(count),
  copy: args(text(LARGEST_SAVE)),
};
