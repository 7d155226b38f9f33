/**
 * What an operation computes and what its backward passes on, as the engine's entry says it, with the
 * names of a node's own tensors in the places of the arguments: `z = x @ w + b`.
 */
import type { OperationDoc, OperationForm } from '../protocol/operations.js';

/** A node as its formula speaks of it. */
export interface Call {
  /** What the node is called. */
  output: string;
  /** Names of its tensors by the arguments that they were given as. */
  tensors: ReadonlyMap<string, string>;
  /** As PyTorch prints it: `dim=1, keepdim=True`. */
  attributes: string;
}

export interface Formula {
  forward: string;
  /** What flows to each argument, by its name. All tensors of a list have one rule, under the name of the list. */
  gradients: Map<string, string>;
  /** The gradient in words, where it is not given argument by argument. */
  gradient: string | null;
}

/** The way in which an operation was called: the first that takes all that it was given. */
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

/** What flows to an argument, by the name that an edge has: `tensors[2]`. */
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

/** `dim=1, keepdim=True`, taken apart. What is None was not given. */
const givenOf = (attributes: string): Map<string, string> =>
  new Map(
    [...attributes.matchAll(/(\w+)=((?:\[[^\]]*\]|'[^']*'|[^,])*)/g)].flatMap(([, name, value]): [string, string][] =>
      value === 'None' ? [] : [[name!, value!]],
    ),
  );

/** Parameters that this call left out and that stand for nothing then. */
const absent = (parameters: ReadonlyMap<string, string | null>, given: ReadonlyMap<string, string>, { tensors }: Call): string[] =>
  [...parameters].flatMap(([name, value]) => {
    const isGiven = tensors.has(name) || given.has(name);
    return !isGiven && (value === 'None' || value === 'False' || (value === '1' && /^(alpha|beta)$/.test(name))) ? name : [];
  });

/** Factors and summands that are not there, and remarks on what they would do. */
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

/** Names that a person gave read better than those of arguments; numbers stand for themselves. */
function named(text: string, parameters: ReadonlyMap<string, string | null>, given: ReadonlyMap<string, string>, call: Call): string {
  return text.replace(
    /(?<![\p{L}\p{N}_])([A-Za-z]\w*?)(\[k\])?(?=[ᵀ²³ⁿ]|[^\p{L}\p{N}_]|$)/gu,
    (whole, name: string, each = '', at: number) => {
      if (name === 'out') return call.output;
      if (name === 'g') return `∂${call.output}`;
      // Where a rule says `dim` it speaks of the dim, not of its number.
      if (!parameters.has(name) || name === 'dim') return whole;
      const tensor = call.tensors.get(name);
      if (tensor !== undefined) return tensor + each;
      const value = given.get(name) ?? parameters.get(name);
      // Half of PyTorch's corrections are a truth: `n − unbiased`.
      if (/^(True|False)$/.test(value ?? '') && text.slice(0, at).endsWith('− ')) return value === 'True' ? '1' : '0';
      return value !== null && value !== undefined && /^-?[\d.e+-]+$/.test(value) ? value.replace(/^-/, '−') : whole;
    },
  );
}
