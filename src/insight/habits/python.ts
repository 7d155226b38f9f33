/** Habits that are Python's syntax. None of them is valid in a model file, so none can be a false alarm. */
import { t } from '../../protocol/l10n.js';
import { inBraces, parametersOf, subscriptOf } from './blocks.js';
import type { Habit } from './habit.js';

const is = (found: string, instead: string): string =>
  instead === '' ? t("Python's '{0}' is not needed here.", found.trim()) : t("Python's '{0}' is '{1}' here.", found.trim(), instead.trim());

/** Replaces a word by another. */
const word = (id: string, pattern: RegExp, instead: string): Habit => ({ id, pattern, change: () => instead, message: is });

/** A line that begins a block. `open` receives the parts of the line. */
const block = (id: string, pattern: RegExp, open: (...parts: string[]) => string, close = '}'): Habit => ({
  id,
  pattern,
  change: (part, source, at) => inBraces(source, at, open(part(1), part(2), part(3)), close),
  message: is,
});

const constants = (text: string): string =>
  text
    .replaceAll(/\bTrue\b/g, 'true')
    .replaceAll(/\bFalse\b/g, 'false')
    .replaceAll(/\bNone\b/g, 'null');

const condition = (text: string): string => (/^\(.*\)$/.test(text.trim()) ? text.trim() : `(${text.trim()})`);

/** What is gone through, as a list: `range(3)` has no other form here. */
const listOf = (text: string): string => text.replace(/^range\(([^(),]+)\)$/, 'Array($1).keys()');

/** A value in a template with a format of Python: `${loss:.4f}`. */
const FORMAT = /\$\{([^{}:?]+):[^{}]*\.(\d)f\}/g;

export const pythonHabits: readonly Habit[] = [
  // Imports.
  word('import-torch', /^import torch(?: as torch)?;?$/gm, "import * as torch from 'tensor-lens';"),
  word('import-nn', /^import torch\.nn as nn;?$/gm, 'const { nn } = torch;'),
  word('import-optim', /^import torch\.optim as optim;?$/gm, 'const { optim } = torch;'),
  word('import-functional', /^import torch\.nn\.functional as F;?$/gm, 'const F = torch.nn.functional;'),
  { id: 'from-torch', pattern: /^from torch import ([\w, ]+?);?$/gm, change: (part) => `const { ${part(1)} } = torch;`, message: is },
  {
    id: 'from-part',
    pattern: /^from (torch\.[\w.]+) import ([\w, ]+?);?$/gm,
    change: (part) => `const { ${part(2)} } = ${part(1)};`,
    message: is,
  },
  word('import-numpy', /^import numpy as np;?$/gm, "import { np } from 'tensor-lens/numpy';"),
  word(
    'import-pyplot',
    /^(?:import matplotlib\.pyplot as plt|from matplotlib import pyplot as plt);?$/gm,
    "import { plt } from 'tensor-lens/pyplot';",
  ),
  word('import-math', /^import math;?\n/gm, ''),
  // Blocks.
  block('no-grad', /^[ \t]*with (torch\.(?:no_grad|enable_grad|inference_mode))\(\):[ \t]*$/gm, (grad) => `${grad}(() => {`, '});'),
  block('class', /^[ \t]*class (\w+)\(([\w.]+)\):[ \t]*$/gm, (name, base) => `class ${name} extends ${base} {`),
  block('init', /^[ \t]*def __init__\(([^()]*)\)(?: *-> *\w+)?:[ \t]*$/gm, (list) => `constructor(${parametersOf(list)}) {`),
  block('method', /^[ \t]*def (\w+)\((self[^()]*)\)(?: *-> *[\w.]+)?:[ \t]*$/gm, (name, list) => `${name}(${parametersOf(list)}) {`),
  block('def', /^[ \t]*def (\w+)\(([^()]*)\)(?: *-> *[\w.]+)?:[ \t]*$/gm, (name, list) => `function ${name}(${parametersOf(list)}) {`),
  block(
    'for-range',
    /^[ \t]*for (\w+) in range\(([^(),]+(?:\([^()]*\))?)\):[ \t]*$/gm,
    (i, n) => `for (let ${i} = 0; ${i} < ${n}; ${i}++) {`,
  ),
  block(
    'for-range-from',
    /^[ \t]*for (\w+) in range\(([^(),]+), *([^(),]+)\):[ \t]*$/gm,
    (i, from, to) => `for (let ${i} = ${from}; ${i} < ${to}; ${i}++) {`,
  ),
  block(
    'for-enumerate',
    /^[ \t]*for (\w+), *(\w+) in enumerate\(([^()]+(?:\(\))?)\):[ \t]*$/gm,
    (i, one, all) => `for (const [${i}, ${one}] of [...${all}].entries()) {`,
  ),
  block('for-pairs', /^[ \t]*for (\w+), *(\w+) in ([^:]+):[ \t]*$/gm, (a, b, all) => `for (const [${a}, ${b}] of ${all}) {`),
  block('for', /^[ \t]*for (\w+) in ([^:]+):[ \t]*$/gm, (one, all) => `for (const ${one} of ${all}) {`),
  block('while', /^[ \t]*while ([^\n]+):[ \t]*$/gm, (test) => `while ${condition(test)} {`),
  block('main', /^[ \t]*if __name__ *== *['"] *['"]:[ \t]*$/gm, () => '{'),
  block('if', /^[ \t]*if ([^\n]+):[ \t]*$/gm, (test) => `if ${condition(test)} {`),
  block('elif', /^[ \t]*elif ([^\n]+):[ \t]*$/gm, (test) => `else if ${condition(test)} {`),
  block('else', /^[ \t]*else:[ \t]*$/gm, () => 'else {'),
  block('try', /^[ \t]*try:[ \t]*$/gm, () => 'try {'),
  block('except', /^[ \t]*except(?: \w+)?(?: as (\w+))?:[ \t]*$/gm, (error) => (error ? `catch (${error}) {` : 'catch {')),
  block('finally', /^[ \t]*finally:[ \t]*$/gm, () => 'finally {'),
  // Signs.
  {
    id: 'matmul',
    pattern: /([\w)\]][\w.]*(?:\([^()\n]*\))?) *@ *(\w[\w.]*(?:\([^()\n]*\))?)/g,
    change: (part) => `${part(1)}.matmul(${part(2)})`,
    message: is,
  },
  {
    id: 'slice',
    pattern: /(?<=[\w)\]])\[([^[\]?'"`{}=\n]*:[^[\]?'"`{}=\n]*)\]/g,
    change: (part, { code }, at) => (/\b(?:type|interface)\b[^\n]*$/.test(code.slice(0, at)) ? null : `[${subscriptOf(part(1))}]`),
    message: is,
  },
  {
    id: 'keyword',
    // What is cheap to find comes first: a line may be as long as a file.
    pattern:
      /(?=\w{1,80}=(?![=>]))(?<=\w\((?:(?:[^()\n]|\([^()\n]{0,200}\)){0,400}, *)?)(\w+=(?![=>])[^(),=\n]+(?:, *\w+=(?![=>])[^(),=\n]+)*)\)(?! *(?:\{|=>|:))/g,
    change: (part) => `{ ${constants(part(1).replaceAll(/(\w+) *= */g, '$1: '))} })`,
    message: (found, instead) => is(found.slice(0, -1), instead.slice(0, -1)),
  },
  {
    id: 'conditional',
    pattern: /(?<=[=(,[] ?|\breturn )([^=(,[\]\s][^=,\n]{0,80}?) if ([^\n]{1,80}?) else ([^,;\n)\]]{1,80})/g,
    change: (part) => `${part(2)} ? ${part(1)} : ${part(3)}`,
    message: is,
  },
  {
    id: 'comprehension',
    pattern: /\[([^[\]\n]{1,120}?) for (\w{1,80}) in ([^[\]\n]{1,120}?)(?: if ([^[\]\n]{1,120}?))?\]/g,
    change: (part) => {
      const kept = part(4) === '' ? '' : `.filter((${part(2)}) => ${part(4)})`;
      return `[...${listOf(part(3))}]${kept}.map((${part(2)}) => ${part(1)})`;
    },
    message: is,
  },
  {
    id: 'unpacked',
    pattern: /\b(const|let) (\w+(?:, ?\w+){1,20})(?= (?:=|of) )/g,
    change: (part) => `${part(1)} [${part(2)}]`,
    message: is,
  },
  { id: 'assert', pattern: /^([ \t]*)assert ([^\n;]+);?$/gm, change: (part) => `${part(1)}console.assert(${part(2)});`, message: is },
  // Within a class.
  word('super', /\bsuper\((?:\w+, *self)?\)\.__init__\(\);?/g, 'super();'),
  word('self', /\bself(?=\.)/g, 'this'),
  // Words.
  word('true', /\bTrue\b/g, 'true'),
  word('false', /\bFalse\b/g, 'false'),
  word('is-not-none', /\bis not None\b/g, '!== null'),
  word('is-none', /\bis None\b/g, '=== null'),
  word('none', /\bNone\b/g, 'null'),
  word('and', /(?<=[\w)\]'"`] )and(?= [\w(!'"`-])/g, '&&'),
  word('or', /(?<=[\w)\]'"`] )or(?= [\w(!'"`-])/g, '||'),
  word('not', /(?<=[(=,|&] ?|\b(?:return|if|and|or) )not (?=[\w(])/g, '!'),
  word('pass', /^[ \t]*pass;?\n/gm, ''),
  { id: 'raise', pattern: /\braise (\w+)\(/g, change: () => 'throw new Error(', message: is },
  { id: 'lambda', pattern: /\blambda ([\w, ]*): */g, change: (part) => `(${part(1)}) => `, message: is },
  { id: 'comment', pattern: /(^|[ \t])# ([^\n]*)/gm, change: (part) => `${part(1)}// ${part(2)}`, message: () => is('#', '//') },
  { id: 'docstring', pattern: /"""([^]*?)"""/g, change: (part) => `/**${part(1)}*/`, message: () => is('"""', '/** */') },
  {
    id: 'f-string',
    pattern: /\bf(['"])[^'"\n]*\1/g,
    change: (_, { text }, at) => {
      const end = text.indexOf(text[at + 1]!, at + 2);
      const inside = text
        .slice(at + 2, end)
        .replaceAll(/\{([^{}:]+)(?::[^{}]*\.(\d)f)?\}/g, (_all, value: string, digits?: string) =>
          digits === undefined ? `\${${value}}` : `\${Number(${value}).toFixed(${digits})}`,
        );
      return `\`${inside}\``;
    },
    message: is,
  },
  {
    id: 'format',
    pattern: /`[^`]*`/g,
    change: (part) => {
      const fixed = part(0).replaceAll(FORMAT, (_all, value: string, digits: string) => `\${Number(${value}).toFixed(${digits})}`);
      return fixed === part(0) ? null : fixed;
    },
    message: (found) => {
      const [all, value, digits] = new RegExp(FORMAT, '').exec(found)!;
      return is(all, `\${Number(${value!}).toFixed(${digits!})}`);
    },
  },
];
