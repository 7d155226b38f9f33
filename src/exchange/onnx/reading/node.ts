/**
 * A node as the rules read it: its inputs as expressions, its attributes, and the numbers that are known before a run.
 */
import { t } from '../../../protocol/l10n.js';
import { typeNames } from '../elements.js';
import { weightOf, type OnnxFile, type OnnxNode, type Weight } from './parse.js';

/** The reason why a node cannot be written here, as a sentence. */
export class NoForm extends Error {}

/** Returns the expression of a node. For a node with several results, the expression is a list. */
export type Rule = (node: Node) => string;
export type Rules = Readonly<Record<string, Rule>>;

/** What is known so far about the values of the model. */
export interface Known {
  file: OnnxFile;
  /** The expression that stands for a value. */
  value(name: string): string;
  rank(name: string): number | undefined;
  dtype(name: string): string | undefined;
  /** Requests a function that stands at the top of the model file. */
  helper(name: string): string;
}

/** The most dims of a tensor. A damaged file may name any axis. */
export const MOST_DIMS = 64;

export class Node {
  constructor(
    private readonly node: OnnxNode,
    private readonly known: Known,
  ) {}

  get type(): string {
    return this.node.type;
  }

  get opset(): number {
    return this.known.file.opset;
  }

  get count(): number {
    return this.node.inputs.length;
  }

  get results(): readonly string[] {
    return this.node.outputs;
  }

  has(at: number): boolean {
    return (this.node.inputs[at] ?? '') !== '';
  }

  /** The expression of an input. @throws NoForm where the input was left out */
  in(at: number): string {
    const name = this.node.inputs[at];
    if (!name) throw new NoForm(t('{0} lacks an input.', this.type));
    return this.known.value(name);
  }

  orNull(at: number): string {
    return this.has(at) ? this.in(at) : 'null';
  }

  get all(): string[] {
    return this.node.inputs.map((_, at) => this.in(at));
  }

  weight(at: number): Weight | undefined {
    return this.known.file.weights.get(this.node.inputs[at] ?? '');
  }

  /** The numbers of an input, where the file holds them. */
  numbers(at: number): readonly number[] | null {
    return this.weight(at)?.data ?? null;
  }

  /** An input that is one number: the number from the file, or an expression that reads it during the run. */
  number(at: number): string {
    const data = this.numbers(at);
    return data?.length === 1 ? literal(data[0]!) : `${this.in(at)}.item()`;
  }

  /** An input that is a list of whole numbers. */
  list(at: number): string {
    const data = this.numbers(at);
    return data ? list(data) : `${this.in(at)}.tolist()`;
  }

  /** An input as an operand. A scalar tensor is written as a number. */
  operand(at: number): string {
    const weight = this.weight(at);
    const isNumber = weight?.shape.length === 0 && /^(float32|int64)$/.test(weight.dtype);
    return isNumber && weight.data ? literal(weight.data[0]!) : this.in(at);
  }

  rank(at: number): number | undefined {
    return this.known.rank(this.node.inputs[at] ?? '');
  }

  dtype(at: number): string | undefined {
    return this.known.dtype(this.node.inputs[at] ?? '');
  }

  attribute(name: string): boolean {
    return this.node.attributes.has(name);
  }

  int(name: string, otherwise: number): number {
    const found = this.node.attributes.get(name);
    return found ? Number(found.i) : otherwise;
  }

  float(name: string, otherwise: number): number {
    const found = this.node.attributes.get(name);
    return found ? found.f : otherwise;
  }

  text(name: string, otherwise: string): string {
    const found = this.node.attributes.get(name);
    return found ? lettersOf(found.s) : otherwise;
  }

  texts(name: string): string[] {
    return this.node.attributes.get(name)?.strings.map(lettersOf) ?? [];
  }

  ints(name: string): readonly number[] | null {
    return this.node.attributes.get(name)?.ints.map(Number) ?? null;
  }

  floats(name: string): readonly number[] | null {
    return this.node.attributes.get(name)?.floats ?? null;
  }

  /** The tensor of an attribute. */
  constant(name: string): Weight | null {
    const tensor = this.node.attributes.get(name)?.t;
    return tensor ? weightOf(tensor, name) : null;
  }

  /** The dtype that an attribute names. */
  torchType(name: string): string {
    const number = this.int(name, 1);
    const dtype = typeNames.get(number);
    if (dtype === undefined) throw new NoForm(t("There is no dtype here for ONNX's type {0}.", number));
    return `torch.${dtype}`;
  }

  /**
   * Whole numbers that are an attribute in old files and an input in new ones. Null when there are none.
   * @throws NoForm for numbers that only a run knows
   */
  axes(name: string, at: number): readonly number[] | null {
    const given = this.ints(name);
    if (given || !this.has(at)) return given;
    const data = this.numbers(at);
    if (!data) throw this.dynamic(name);
    return data;
  }

  dynamic(what: string): NoForm {
    return new NoForm(t('{0} whose {1} only a run tells cannot be read.', this.type, what));
  }

  refuse(what: string): NoForm {
    return new NoForm(t('{0} with {1} has no form here.', this.type, what));
  }

  helper(name: string): string {
    return this.known.helper(name);
  }

  /** All dims of an input, from `first` on, as an expression. */
  dims(at: number, first = 0): string {
    const rank = this.rank(at);
    if (rank !== undefined) return list(Array.from({ length: Math.max(rank - first, 0) }, (_, i) => i + first));
    return first === 0 ? `[...${this.in(at)}.shape.keys()]` : `[...${this.in(at)}.shape.keys()].slice(${first})`;
  }
}

const lettersOf = (bytes: Uint8Array): string => Array.from(bytes, (letter) => String.fromCharCode(letter)).join('');

export const list = (values: readonly number[]): string => `[${values.map(literal).join(', ')}]`;

export const literal = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** The options of a call, as its last argument. Empty when no option is left. */
export function keywords(entries: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const said = Object.entries(entries).filter(([, value]) => value !== null && value !== undefined);
  return said.length === 0 ? '' : `, { ${said.map(([name, value]) => `${name}: ${value}`).join(', ')} }`;
}

/** A list with the same number for every dim becomes one number. */
export const short = (values: readonly number[]): string => (new Set(values).size === 1 ? literal(values[0]!) : list(values));
