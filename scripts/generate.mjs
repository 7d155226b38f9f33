// @ts-nocheck -- it composes text from an op list that it bundles itself.
/**
 * Writes src/engine/generated/. From the op list it writes the typed functions of each namespace and the methods of
 * Tensor, with their documentation; from the signatures of classes, the arguments of their constructors. Call it with
 * `npm run generate`. A test checks that the files are up to date.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { classesFile, classSources, signedIn } from './classArguments.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'src/engine/generated');

/** The op list, loaded from source. */
async function loadOps() {
  const out = path.join(root, 'out', 'op-list.mjs');
  await esbuild.build({
    entryPoints: [path.join(root, 'src/engine/ops/index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    outfile: out,
    logLevel: 'error',
  });
  return (await import(`${pathToFileURL(out).href}?${Date.now()}`)).ops;
}

const types = {
  Tensor: 'Tensor',
  Scalar: 'number | boolean',
  complex: 'Complex',
  int: 'number',
  float: 'number',
  bool: 'boolean',
  str: 'string',
  dtype: 'DType',
  device: 'Device | string',
  memory_format: 'MemoryFormat',
  'int[]': 'number | readonly number[]',
  'float[]': 'number | readonly number[]',
  'Tensor[]': 'readonly Tensor[]',
  'any[]': 'readonly any[]',
  any: 'any',
};
const results = { Tensor: 'Tensor', 'Tensor[]': 'Tensor[]', bool: 'boolean', int: 'number', float: 'number', any: 'any' };

/** Whether an argument is a tensor or a number. Then it can be a complex number too. */
const isOperand = (p) => p.types.includes('Tensor') && p.types.includes('Scalar');
const typeOf = (p) =>
  [...new Set(p.types.map((t) => types[t])), ...(isOperand(p) ? ['Complex'] : []), ...(p.nullable ? ['null'] : [])].join(' | ');
const safe = (name) => (['from', 'default', 'var', 'in', 'function', 'with'].includes(name) ? `${name}_` : name);
/** The type of one of the many values that `Tensor... tensors` or `int... size` takes. */
const one = (p) => (p.types.includes('Tensor') ? 'Tensor' : 'number');
/** NumPy's names of these arguments, which PyTorch takes too. */
const otherNames = { dim: 'axis', keepdim: 'keepdims' };
const optionAs = (name, p) => `${name}?: ${p.variadic ? `readonly ${one(p)}[]` : typeOf(p)}`;
const option = (p) => [p.name, ...(otherNames[p.name] ? [otherNames[p.name]] : [])].map((name) => optionAs(name, p)).join('; ');
/** The options of a call, some of which must be given. */
function optionsWith(parameters, where) {
  const inAll = parameters.filter((p) => !(p.required && otherNames[p.name]));
  const options = [...inAll.map((p) => (p.required ? option(p).replace('?:', ':') : option(p))), ...where];
  const either = parameters
    .filter((p) => !inAll.includes(p))
    .map((p) => [p.name, otherNames[p.name]].map((name) => `{ ${optionAs(name, p).replace('?:', ':')} }`));
  const rest = options.length > 0 ? [`{ ${options.join('; ')} }`] : [];
  return [...either.map((names) => `(${names.join(' | ')})`), ...rest].join(' & ');
}
const resultOf = (s) => (s.resultNames ? `Tensor[] & { ${s.resultNames.map((n) => `${n}: Tensor`).join('; ')} }` : results[s.returns]);

/**
 * One TypeScript signature for each number of positional arguments after the required ones. Arguments that are not
 * given by position may be given by keyword.
 */
function overloads(op, isMethod) {
  const all = isMethod ? op.parsed.parameters.slice(1) : op.parsed.parameters;
  const positional = all.filter((p) => !p.keywordOnly);
  const keyword = all.filter((p) => p.keywordOnly);
  // A function that makes tensors also takes the device: ops/registry.ts reads it.
  const where = all.some((p) => p.name === 'requires_grad') ? ['device?: Device | string | null'] : [];
  if (op.filledBy && !all.some((p) => p.name === 'layout')) where.push('layout?: Layout | null');
  const required = positional.filter((p) => p.required).length;
  const out = [];
  const result = resultOf(op.parsed);
  for (let n = required; n <= positional.length; n++) {
    const options = [...[...positional.slice(n), ...keyword].map(option), ...where];
    const tail = options.length > 0 ? [`options?: { ${options.join('; ')} }`] : [];
    const given = positional.slice(0, n);
    if (given.some((p) => p.variadic)) {
      const before = given.slice(0, -1).map((p) => `${safe(p.name)}: ${typeOf(p)}`);
      out.push(`(${[...before, `${safe(given.at(-1).name)}: readonly ${one(given.at(-1))}[]`, ...tail].join(', ')}): ${result}`);
      const rest =
        tail.length > 0
          ? `...${safe(given.at(-1).name)}: (${one(given.at(-1))} | { ${options.join('; ')} })[]`
          : `...${safe(given.at(-1).name)}: ${one(given.at(-1))}[]`;
      out.push(`(${[...before, rest].join(', ')}): ${result}`);
    } else out.push(`(${[...given.map((p) => `${safe(p.name)}: ${typeOf(p)}`), ...tail].join(', ')}): ${result}`);
  }
  // Arguments without a default may be given by keyword too:
  // x.sum({ dim: 1 }), x.gather(1, { index }), torch.full({ size, fill_value }).
  // This is not offered for a single tensor: an error about `x.matmul(3)` would then mention two ways to call it.
  for (let n = required - 1; n >= 0; n--) {
    const given = positional.slice(0, n);
    const byName = positional.slice(n, required);
    const isTensor = (p) => p.types.some((type) => /^Tensor|Scalar/.test(type));
    if (given.some((p) => p.variadic) || (n === (isMethod ? 0 : 1) && byName.length === 1 && isTensor(byName[0]))) continue;
    const options = optionsWith([...positional.slice(n), ...keyword], where);
    out.push(`(${[...given.map((p) => `${safe(p.name)}: ${typeOf(p)}`), `options: ${options}`].join(', ')}): ${result}`);
  }
  return out;
}

function documentation(op, indent) {
  const lines = [op.doc, '', `\`${op.formula}\``];
  if (op.gradient) lines.push('', `Gradient: \`${op.gradient}\``);
  lines.push(
    '',
    `PyTorch: \`torch.${op.parsed.text.replace(/^([\w.]+?)\.\w*\(/, (m) => (op.parsed.overload || m.includes('.(') ? `${op.name}(` : m))}\``,
  );
  if (op.internal) lines.push('', '@internal');
  const text = lines.join('\n').replaceAll('*/', '* /');
  return `${indent}/**\n${text
    .split('\n')
    .map((l) => `${indent} * ${l}`.trimEnd())
    .join('\n')}\n${indent} */`;
}

const byName = (ops, variant) => {
  const groups = new Map();
  for (const op of ops) if (op.variants.includes(variant)) groups.set(op.name, [...(groups.get(op.name) ?? []), op]);
  return groups;
};

const header = (imports) => `// Written by \`npm run generate\` from the op list (src/engine/ops/index.ts). Do not edit.\n${imports}\n`;

function methodsFile(ops) {
  const lines = [];
  const section = (groups, suffix) => {
    for (const [name, list] of groups)
      for (const op of list)
        for (const signature of overloads(op, true))
          lines.push(documentation(op, '  '), `  ${name}${suffix}${signature.replace(/\): .*$/, suffix ? '): Tensor' : '$&')};`);
  };
  section(byName(ops, 'method'), '');
  section(byName(ops, 'inplace'), '_');
  return `${header("import type { Complex } from '../complex.js';\nimport type { Device } from '../device.js';\nimport type { DType } from '../dtype.js';\nimport type { MemoryFormat } from '../layout.js';\nimport type { Layout } from '../sparse/layout.js';")}
/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */
/** The operations as methods of Tensor, of which nothing is imported; those that end in _ change it in place. */
export interface TensorMethods<Tensor> {
${lines.join('\n')}
}
`;
}

function functionsFile(ops, namespace) {
  const lines = [];
  const reserved = [];
  for (const [name, list] of byName(ops, 'function')) {
    const at = name.lastIndexOf('.');
    if ((at < 0 ? '' : name.slice(0, at)) !== namespace) continue;
    const short = name.slice(at + 1);
    const local = safe(short);
    if (local !== short) reserved.push(`${local} as ${short}`);
    const signatures = list.flatMap((op) => overloads(op, false));
    lines.push(
      documentation(list[0], ''),
      `${local === short ? 'export ' : ''}const ${local} = fn('${name}') as {\n${signatures.map((s) => `  ${s};`).join('\n')}\n};\n`,
    );
  }
  const inPlace = namespace === '' ? byName(ops, 'inplaceFunction') : new Map();
  for (const [name, list] of inPlace) {
    const signatures = list.flatMap((op) => overloads(op, false)).map((s) => s.replace(/\): .*$/, '): Tensor'));
    lines.push(
      documentation(list[0], ''),
      `export const ${name}_ = inplaceFn('${name}') as {\n${signatures.map((s) => `  ${s};`).join('\n')}\n};\n`,
    );
  }
  if (reserved.length > 0) lines.push(`export { ${reserved.join(', ')} };\n`);
  const imported = [
    ['Complex', '../complex.js'],
    ['Device', '../device.js'],
    ['DType', '../dtype.js'],
    ['Layout', '../sparse/layout.js'],
    ['MemoryFormat', '../layout.js'],
  ].filter(([name]) => lines.some((l) => new RegExp(name === 'Complex' ? / \| Complex\b/ : `\\b${name}\\b`).test(l)));
  const types = imported.map(([name, from]) => `import type { ${name} } from '${from}';\n`).join('');
  return `${header(`${types}import { ${inPlace.size > 0 ? 'fn, inplaceFn' : 'fn'} } from '../ops/registry.js';\nimport type { Tensor } from '../tensor/tensor.js';`)}
/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */

${lines.join('\n')}`;
}

/** Loads the classes that have a signature, and the texts about their arguments. */
async function loadClasses(files) {
  const out = path.join(root, 'out', `classes-${process.pid}.mjs`);
  await esbuild.build({
    stdin: { contents: classSources, resolveDir: path.join(root, 'src/engine') },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    outfile: out,
    logLevel: 'error',
    // Uses the files that were just generated, not those in the folder.
    plugins: [{ name: 'generated', setup: ({ onLoad }) => onLoad({ filter: /engine[/\\]generated[/\\]\w+\.ts$/ }, generated) }],
  });
  function generated({ path: file }) {
    const contents = files[path.basename(file)];
    return contents === undefined ? undefined : { contents, loader: 'ts' };
  }
  try {
    const { torch, ...rest } = await import(pathToFileURL(out).href);
    return { ...rest, classes: signedIn(torch, 'torch') };
  } finally {
    fs.rmSync(out);
  }
}

/** The files of src/engine/generated, by name. */
export async function generate() {
  const ops = await loadOps();
  const namespaces = new Set(ops.map((o) => o.name.split('.').slice(0, -1).join('.')));
  const files = { 'methods.ts': methodsFile(ops) };
  for (const n of namespaces) files[`${n === '' ? 'torch' : n.split('.').at(-1)}.ts`] = functionsFile(ops, n);
  files['classes.ts'] = classesFile(await loadClasses(files));
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await generate();
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  console.log(`wrote ${Object.keys(files).join(', ')} to src/engine/generated`);
}
