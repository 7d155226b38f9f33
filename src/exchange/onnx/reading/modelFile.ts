/**
 * Writes an ONNX model as a model file: one line for each node, with the names of the file. The model file loads the
 * weights from the ONNX file. Its inputs are random unless the user gives others. A node that cannot be written ends
 * the run at its line, and is reported.
 */
import { t } from '../../../protocol/l10n.js';
import { typeNames } from '../elements.js';
import { helpers } from './helpers.js';
import { Inference } from './inference.js';
import { Names } from './names.js';
import { Node, NoForm, type Known } from './node.js';
import { parseOnnx, type OnnxFile, type OnnxNode, type Port } from './parse.js';
import { rules } from './rules/index.js';

export interface OnnxOptions {
  /** The path from the model file to the ONNX file. */
  path: string;
  /** The files from which the model file loads inputs, by input name. */
  inputs?: ReadonlyMap<string, string>;
}

export interface OnnxText {
  text: string;
  /** Each part that cannot be written, as a sentence. */
  problems: string[];
}

/** @throws NotOnnx for a file that is not ONNX; Error for inputs that the model does not have */
export function modelOfOnnx(bytes: Uint8Array, { path, inputs = new Map() }: OnnxOptions): OnnxText {
  const file = parseOnnx(bytes);
  const own = file.inputs.map(({ name }) => name);
  for (const name of inputs.keys())
    if (!own.includes(name)) throw new Error(t("The model has no input '{0}': it has {1}.", name, own.join(', ') || t('none')));
  return new Writer(file, path).write(inputs);
}

class Writer {
  private readonly names = new Names(Object.keys(helpers));
  private readonly inference: Inference;
  private readonly used = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly made = new Set<string>();
  private readonly problems: string[] = [];

  constructor(
    private readonly file: OnnxFile,
    private readonly path: string,
  ) {
    this.inference = new Inference(file);
  }

  write(inputs: ReadonlyMap<string, string>): OnnxText {
    const { file, names } = this;
    const given = file.inputs.map((port) => {
      this.made.add(port.name);
      return this.input(port, names.of(port.name), inputs.get(port.name));
    });
    const lines = file.nodes.flatMap((node) => this.line(node));
    const results = file.outputs.filter(({ name }) => this.made.has(name) || file.weights.has(name)).map(({ name }) => this.value(name));
    const weights = [...this.used].map((name) => this.weight(name));
    const isRandom = given.some((line) => line.includes('torch.randn('));
    const parts = [
      `// ${this.head()}\n${imports([...given, ...weights, ...lines, ...this.helperTexts()])}`,
      ...this.helperTexts(),
      weights.length > 0 ? [`const weights = await torch.load(${quoted(this.path)});`, ...weights].join('\n') : '',
      [...(isRandom ? ['torch.manual_seed(0);'] : []), ...given].join('\n'),
      lines.join('\n'),
      results.map((name) => `console.log(${quoted(name)}, ${name});`).join('\n'),
    ];
    return { text: `${parts.filter(Boolean).join('\n\n')}\n`, problems: this.problems };
  }

  private head(): string {
    const { name, producer, opset } = this.file;
    const from = producer === '' ? '' : t(', written by {0}', oneLine(producer));
    return t("What the ONNX model '{0}' computes{1} (opset {2}).", oneLine(name || this.path), from, opset);
  }

  private helperTexts(): string[] {
    return [...this.asked].map((name) => helpers[name]!);
  }

  private line(node: OnnxNode): string[] {
    const outputs = node.outputs.filter(Boolean);
    // A constant whose tensor is in the file is loaded with the weights.
    if (outputs.length === 0 || (node.type === 'Constant' && this.file.weights.has(outputs[0]!))) return [];
    const expression = this.expression(node);
    const targets = node.outputs.map((name) => (name === '' ? '' : this.names.of(name, node)));
    for (const name of outputs) this.made.add(name);
    const cast = node.type === 'Cast' ? (typeNames.get(Number(node.attributes.get('to')?.i ?? 0n)) ?? null) : null;
    this.inference.follow(node, cast, this.file);
    const isList = LISTS.has(node.type) || expression.startsWith('[') || outputs.length > 1;
    return [`const ${isList ? `[${targets.join(', ')}]` : targets.find(Boolean)} = ${expression};`];
  }

  private expression(node: OnnxNode): string {
    const rule = Object.hasOwn(rules, node.type) ? rules[node.type] : undefined;
    try {
      if (!rule) throw new NoForm(t('{0} has no form here.', node.type));
      return rule(new Node(node, this.known));
    } catch (error) {
      // A damaged file may say anything about a node.
      const reason = error instanceof NoForm ? error.message : t('{0} lacks what ONNX says it has.', node.type);
      const message = node.name === '' ? reason : `${reason} (${node.name})`;
      this.problems.push(oneLine(message));
      return `${this.known.helper('lacking')}(${quoted(oneLine(message))})`;
    }
  }

  private readonly value = (name: string): string => {
    if (this.made.has(name)) return this.names.of(name);
    if (!this.file.weights.has(name)) throw new NoForm(t("The value '{0}' comes from nowhere.", name));
    this.used.add(name);
    return this.names.of(name);
  };

  private get known(): Known {
    return {
      file: this.file,
      value: this.value,
      rank: this.inference.rank,
      dtype: this.inference.dtype,
      helper: (name) => {
        this.asked.add(name);
        return name;
      },
    };
  }

  /** A weight of floats was trained, so it is shown as a parameter. */
  private weight(name: string): string {
    const loaded = `weights[${quoted(name)}]`;
    const isFloat = /^b?float/.test(this.file.weights.get(name)!.dtype);
    return `const ${this.names.of(name)} = ${isFloat ? `new nn.Parameter(${loaded})` : loaded};`;
  }

  private input({ dtype, dims }: Port, target: string, path: string | undefined): string {
    if (path !== undefined) return `const ${target} = await torch.load<torch.Tensor>(${quoted(path)});`;
    const shape = (dims ?? [null]).map((dim, i) => sizeOf(dim, i, dims?.length ?? 1));
    const open = (dims ?? [null]).filter((dim) => typeof dim !== 'number').map((dim) => dim ?? '?');
    const note = open.length === 0 ? '' : ` // ${oneLine(t('may have another size: {0}', open.join(', ')))}`;
    const text = `[${shape.join(', ')}]`;
    if (dtype === 'bool') return `const ${target} = torch.ones(${text}, { dtype: torch.bool });${note}`;
    if (/^u?int/.test(dtype)) return `const ${target} = torch.zeros(${text}, { dtype: torch.${dtype} });${note}`;
    const other = dtype === '' || dtype === 'float32' ? '' : `, { dtype: torch.${dtype} }`;
    return `const ${target} = torch.randn(${text}${other});${note}`;
  }
}

/** Operations that return a list even when only one result is used. */
const LISTS: ReadonlySet<string> = new Set(['Split', 'TopK']);
/** The size for a dim whose size is unknown: one sample, an image side of 32, or eight of something else. */
function sizeOf(dim: number | string | null, at: number, rank: number): number {
  if (typeof dim === 'number') return dim;
  if (at === 0 || /batch/i.test(dim ?? '')) return 1;
  return rank === 4 ? 32 : 8;
}

const oneLine = (text: string): string => text.replace(/[\s\u2028\u2029]+/g, ' ');

const quoted = (text: string): string => `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;

/** The imports that the lines need. */
function imports(lines: readonly string[]): string {
  const text = lines.join('\n');
  const library = "import * as torch from 'tensor-lens';";
  if (/\bF\./.test(text)) return `${library}\n\nconst { nn } = torch;\nconst F = nn.functional;`;
  return /\bnn\./.test(text) ? `${library}\n\nconst { nn } = torch;` : library;
}
