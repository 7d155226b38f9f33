/** Names for the values of an ONNX model: as close to the file's names as TypeScript allows, each used once. */
import type { OnnxNode } from './parse.js';

/** Words of the language, and names that a model file uses itself. */
const TAKEN = (
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null ' +
  'return super switch this throw true try typeof var void while with yield let static await async of implements interface package private protected public ' +
  'arguments eval undefined NaN Infinity module exports require console torch nn F load weights Tensor Math Number Array Object String'
).split(' ');

export class Names {
  private readonly taken = new Set(TAKEN);
  private readonly given = new Map<string, string>();

  /** @param helpers names that the file has in addition to its values */
  constructor(helpers: Iterable<string>) {
    for (const name of helpers) this.taken.add(name);
  }

  /** The name of a value. The first request makes the name, from the value's name and the node that makes it. */
  of(value: string, maker?: OnnxNode): string {
    let name = this.given.get(value);
    if (name === undefined) this.given.set(value, (name = this.fresh(readable(value, maker))));
    return name;
  }

  fresh(wanted: string): string {
    let name = wanted;
    for (let k = 2; this.taken.has(name); k++) name = `${wanted}_${k}`;
    this.taken.add(name);
    return name;
  }
}

/** `/layer1/layer1.0/conv1/Conv_output_0` of a Conv: `layer1_0_conv1`; `12` of a Relu: `relu_12`. */
function readable(value: string, maker?: OnnxNode): string {
  const type = nameOf(maker?.type.toLowerCase().replace(/^.*\./s, '') ?? '').replace(/^\d+/, '') || 'value';
  const parts = value
    .replace(/_output_\d+$/, '')
    .split('/')
    .filter(Boolean);
  // PyTorch's exporter repeats the parent's path in front of a module's name.
  const short = parts.filter((part, i) => !parts[i + 1]?.startsWith(`${part}.`));
  if (short.length > 1 && short.at(-1)!.toLowerCase().replace(/_\d+$/, '') === type) short.pop();
  const word = nameOf(short.join('_'));
  if (word === '') return type;
  return /^\d/.test(word) ? `${type}_${word}` : word;
}

/** What a file calls a value or an operation may hold anything, code too. */
const nameOf = (text: string): string => text.replace(/\W+/g, '_').replace(/^_+|_+$/g, '');
