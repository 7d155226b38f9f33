/** The libraries besides PyTorch that a model file can import, and what of them Python has. */
import type { Node } from './tree.js';

/** Python's libraries that a model file has parts of, by what it imports. */
const BESIDES: Readonly<Record<string, string>> = {
  'tensor-lens/pyplot': 'matplotlib.pyplot',
  'tensor-lens/numpy': 'numpy',
  'tensor-lens/torchvision': 'torchvision',
  'tensor-lens/sklearn': 'sklearn',
};

/** The library besides PyTorch that an import is of; null for none. */
export const besidesTorch = (node: Node): string | null =>
  node.type === 'ImportDeclaration' ? (BESIDES[node.source.value] ?? null) : null;

/** Functions that these libraries lack in Python. */
const OURS = new Set(['sklearn.datasets.make_spirals', 'sklearn.datasets.load_shakespeare']);

/** Whether Python has a function of such a library. */
export const isInPython = (path: string): boolean => !OURS.has(path);
