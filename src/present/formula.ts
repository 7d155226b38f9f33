/**
 * What an operation computes and what its backward passes on, from the operation's entry in the engine. The names of a
 * node's own tensors replace the arguments: `z = x @ w + b`.
 */
import type { OperationDoc, OperationForm } from '../protocol/operations.js';

/** The names and arguments of a node that its formula needs. */
export interface Call {
  /** The name of the node. */
  output: string;
  /** The names of its tensors, by argument. */
  tensors: ReadonlyMap<string, string>;
  /** The other arguments as PyTorch prints them: `dim=1, keepdim=True`. */
  attributes: string;
}

export interface Formula {
  forward: string;
  /** What flows to each argument, by name. All tensors of a list have one rule, under the name of the list. */
  gradients: Map<string, string>;
  /** The gradient in words, when it is not given for each argument. */
  gradient: string | null;
}

/** The form in which an operation was called: the first one that accepts all given arguments. */
export function formOf(doc: OperationDoc, { tensors, attributes }: Pick<Call, 'tensors' | 'attributes'>): OperationForm {
  const given = [...tensors.keys(), ...givenOf(attributes).keys()];
  const takes = ({ signature }: OperationForm) => {
    const parameters = parametersOf(signature);
    return given.every((name) => parameters.has(name));
  };
  return [doc, ...(doc.forms ?? [])].find(takes) ?? doc;
}

export function formulaOf(doc: OperationForm, call: Call): Formula {
  const parameters = parametersOf(doc.signature);
  const given = givenOf(call.attributes);
  const write = (text: string) => named(without(text, absent(parameters, given, call)), parameters, given, call);
  const gradients = new Map<string, string>();
  let words: string | null = null;
  for (const part of (doc.gradient ?? '').split(/;\s+/).filter(Boolean)) {
    const [, targets, rule] = /^((?:\w+(?:\[[^\]]*\])?(?:, )?)+): (.+)$/.exec(part) ?? [];
    const names = targets?.split(', ') ?? [];
    if (rule && names.every((name) => parameters.has(bare(name)))) for (const name of names) gradients.set(bare(name), write(rule));
    else words = words === null ? write(part) : `${words}; ${write(part)}`;
  }
  return { forward: write(doc.formula), gradients, gradient: words };
}

/** What flows to an argument. Takes the name that an edge has: `tensors[2]`. */
export const ruleFor = ({ gradients }: Formula, argument: string | undefined): string | null =>
  argument === undefined ? null : (gradients.get(bare(argument)) ?? null);

const bare = (argument: string): string => argument.replace(/\[.*$/, '');

/** Names and defaults (null: none) of `mul(Tensor input, Tensor|Scalar other, *, Tensor? out=None)`. */
function parametersOf(signature: string): Map<string, string | null> {
  const list = /\((.*?)\)(?: -> .*)?$/s.exec(signature)?.[1] ?? '';
  const parameters = new Map<string, string | null>();
  for (const part of list.split(/,\s*(?![^[(]*[\])])/)) {
    const [, name, , value] = /(\w+)(=(.*))?$/.exec(part) ?? [];
    if (name && name !== 'out' && part.includes(' ')) parameters.set(name, value ?? (part.includes('? ') ? 'None' : null));
  }
  return parameters;
}

/** Parses `dim=1, keepdim=True`. An argument that is None counts as not given. */
const givenOf = (attributes: string): Map<string, string> =>
  new Map(
    [...attributes.matchAll(/(\w+)=((?:\[[^\]]*\]|'[^']*'|[^,])*)/g)].flatMap(([, name, value]): [string, string][] =>
      value === 'None' ? [] : [[name!, value!]],
    ),
  );

/** Parameters that this call left out, and that then do not appear in the formula. */
const absent = (parameters: ReadonlyMap<string, string | null>, given: ReadonlyMap<string, string>, { tensors }: Call): string[] =>
  [...parameters].flatMap(([name, value]) => {
    const isGiven = tensors.has(name) || given.has(name);
    return !isGiven && (value === 'None' || value === 'False' || (value === '1' && /^(alpha|beta)$/.test(name))) ? name : [];
  });

/** Removes missing factors and summands, and remarks about them. */
function without(text: string, names: readonly string[]): string {
  for (const name of names) {
    const word = `(?<![\\p{L}\\p{N}_])${name}(?:\\[[^\\]]*\\])?`;
    text = text
      .replace(new RegExp(`\\s*\\([^()]*\\bwith ${name}\\)`, 'u'), '')
      .replace(name === 'dim' ? /_dim(?![\p{L}\p{N}_])/gu : '', '')
      .replace(new RegExp(`${word} [·≤<] `, 'gu'), '')
      .replace(new RegExp(` [·+≤<] ${word}(?![\\p{L}\\p{N}_])`, 'gu'), '');
  }
  return text;
}

/**
 * Replaces the names of arguments by the names that the author gave, which are easier to read. Numbers replace the
 * arguments that they are given for.
 */
function named(text: string, parameters: ReadonlyMap<string, string | null>, given: ReadonlyMap<string, string>, call: Call): string {
  return text.replace(
    /(?<![\p{L}\p{N}_])([A-Za-z]\w*?)(\[k\])?(?=[ᵀ²³ⁿ]|[^\p{L}\p{N}_]|$)/gu,
    (whole, name: string, each = '', at: number) => {
      if (name === 'out') return call.output;
      if (name === 'g') return `∂${call.output}`;
      // The word `dim` in a rule means the dim itself, not its number.
      if (!parameters.has(name) || name === 'dim') return whole;
      const tensor = call.tensors.get(name);
      if (tensor !== undefined) return tensor + each;
      const value = given.get(name) ?? parameters.get(name);
      // A correction can be a truth value, as in `n − unbiased`. It is written as a number.
      if (/^(True|False)$/.test(value ?? '') && text.slice(0, at).endsWith('− ')) return value === 'True' ? '1' : '0';
      return value !== null && value !== undefined && /^-?[\d.e+-]+$/.test(value) ? value.replace(/^-/, '−') : whole;
    },
  );
}
