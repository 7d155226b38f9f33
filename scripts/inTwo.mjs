// Makes a bundle in two files: one is loaded at once, and it loads the other later. The code that both need is in the
// first. `import()` cannot do this here: where models run there are no modules, and the code must not wait. So esbuild
// splits the two. Then their common code is bundled again with the first file, which gives the second the names that it
// needs.
import { parse } from '@babel/parser';
import esbuild from 'esbuild';
import MagicString from 'magic-string';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './processes.mjs';

/** The most KB of the first file. */
const MOST_KB = 1024;
/** The second file is a function. Its argument returns the names that it needs of the first file. */
const wrap = { banner: '(function(require){"use strict";var module={exports:{}};', footer: ';return module.exports})' };
/** The fields of an operation's entry that hold texts. */
const SAID = ['doc', 'formula', 'gradient'];
/** Options that the first pass does not use. @type {(keyof import('esbuild').BuildOptions)[]} */
const LAST = ['banner', 'footer', 'format', 'minify', 'outfile'];

/**
 * @param {{ entry: string, out: string, said: string }} part the second file, and the file for the texts of operations
 * @returns {import('esbuild').Plugin}
 */
export const inTwo = ({ entry, out, said }) => ({
  name: 'in two',
  setup({ initialOptions: options, onEnd }) {
    const last = Object.fromEntries(LAST.map((name) => [name, options[name]]));
    const [first = ''] = /** @type {string[]} */ (options.entryPoints);
    const minify = options.minify === true;
    for (const name of LAST) delete options[name];
    Object.assign(options, { entryPoints: { first, second: entry }, splitting: true, format: 'esm', write: false, outdir: 'out/two' });
    if (options.sourcemap) options.sourcemap = 'inline';
    onEnd(async ({ outputFiles = [], errors }) => {
      if (errors.length) return {};
      // A clone in which nothing was built yet has no such folder.
      fs.mkdirSync(path.join(root, 'out'), { recursive: true });
      const folder = fs.mkdtempSync(path.join(root, 'out', 'two-'));
      try {
        const texts = new Texts();
        for (const { path: file, text } of outputFiles)
          fs.writeFileSync(path.join(folder, path.basename(file)), minify && !file.endsWith('second.js') ? forRuns(text, texts) : text);
        fs.writeFileSync(path.join(root, said), texts.json);
        const { taken, text } = takes(fs.readFileSync(path.join(folder, 'second.js'), 'utf8'));
        fs.writeFileSync(path.join(folder, 'shared.js'), taken);
        fs.writeFileSync(path.join(folder, 'given.js'), "import * as sharedWithPart from './shared.js';\nexport { sharedWithPart };\n");
        const inject = [path.join(folder, 'given.js')];
        const { sourcemap, platform, target, legalComments } = options;
        const rest = { sourcemap, platform, target, legalComments };
        await esbuild.build({ ...rest, ...last, absWorkingDir: root, entryPoints: [path.join(folder, 'first.js')], bundle: true, inject });
        const { code } = await esbuild.transform(text, { ...wrap, format: 'cjs', target, minify });
        fs.writeFileSync(path.join(root, out), code);
        const name = String(last['outfile']);
        const kb = fs.statSync(path.join(root, name)).size / 1024;
        if (!minify || kb <= MOST_KB) return {};
        const more = `${name} has ${kb.toFixed(0)} KB, and ${MOST_KB} KB are the limit: what few programs need belongs into ${entry}.`;
        return { errors: [{ text: more }] };
      } finally {
        fs.rmSync(folder, { recursive: true, force: true });
      }
    });
  },
});

/**
 * The imports of the second file, as a module that exports them under short names; and the file with these names.
 * @param {string} text
 */
function takes(text) {
  /** @type {string[]} */
  const taken = [];
  let count = 0;
  const rewritten = text.replace(/^import\s*\{([^}]*)\}\s*from\s*"(\.\/[^"]+)";$/gm, (_, names, file) => {
    const all = String(names)
      .split(',')
      .map((each) => {
        const [name = '', own = name] = each.trim().split(/\s+as\s+/);
        return { name, own, short: `_${(count++).toString(36)}` };
      });
    taken.push(`export { ${all.map(({ name, short }) => `${name} as ${short}`).join(', ')} } from '${file}';`);
    return `import { ${all.map(({ own, short }) => `${short} as ${own}`).join(', ')} } from 'first';`;
  });
  return { taken: taken.join('\n'), text: rewritten };
}

/** Texts that are stored beside the code, which contains their numbers: src/trace/writing/saidTexts.ts reads them. */
export class Texts {
  /** @type {Map<string, number>} */
  numbers = new Map();

  /** @param {string} text */
  numberOf(text) {
    const number = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, number);
    return `~${number.toString(36)}~`;
  }

  get json() {
    return JSON.stringify([...this.numbers.keys()]);
  }
}

/**
 * Takes out what is not needed at the start: the texts of operations, and the names of functions. Classes keep their
 * names, because users see them. Functions that a program receives get their names when it receives them
 * (src/engine/library.ts). The names of other functions are never seen.
 * @param {string} text the text of a bundle with `keepNames`
 * @param {Texts} texts
 */
export function forRuns(text, texts) {
  const code = new MagicString(text);
  const names = /__name\d*$/;
  walk(parse(text, { sourceType: 'module' }).program, null, (node, parent) => {
    if (node.type === 'ObjectExpression') {
      const said = SAID.flatMap((name) => node.properties.find((/** @type {any} */ { key }) => key?.name === name) ?? []);
      if (said.length < 2) return;
      for (const { value } of said) {
        if (value.type !== 'StringLiteral' || value.value.length < 8) continue;
        if (/~[\da-z]+~/.test(value.value)) throw new Error(`This text reads as the number of another one: ${value.value}`);
        code.overwrite(value.start, value.end, JSON.stringify(texts.numberOf(value.value)));
      }
    }
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || !names.test(node.callee.name)) return;
    const [what] = node.arguments;
    if (what.type === 'Identifier' && parent?.type === 'ExpressionStatement') code.remove(parent.start, parent.end);
    else if (/^(ArrowFunction|Function)Expression$/.test(what.type)) {
      code.overwrite(node.start, what.start, '(');
      code.overwrite(what.end, node.end, ')');
    }
  });
  return code.toString();
}

/** Visits all nodes of a syntax tree. @param {any} node @param {any} parent @param {(node: any, parent: any) => void} visit */
function walk(node, parent, visit) {
  visit(node, parent);
  for (const [key, child] of Object.entries(node)) {
    if (key === 'loc' || typeof child !== 'object' || child === null) continue;
    for (const each of Array.isArray(child) ? child : [child]) if (typeof each?.type === 'string') walk(each, node, visit);
  }
}
