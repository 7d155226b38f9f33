/** JavaScript's errors in words that say what to do. The place of the error is where the expression is. */
import { t } from '../../protocol/l10n.js';

/** Names that programs for PyTorch give to parts of the library and to others, and how a model file declares them. */
const DECLARED_BY: Readonly<Record<string, string>> = {
  torch: "import * as torch from 'tensor-lens';",
  nn: 'const { nn } = torch;',
  optim: 'const { optim } = torch;',
  F: 'const F = torch.nn.functional;',
  np: "import { np } from 'tensor-lens/numpy';",
  plt: "import { plt } from 'tensor-lens/pyplot';",
  DataLoader: 'const { DataLoader } = torch.utils.data;',
};

type Say = (match: readonly string[]) => string;

/** What V8 calls the thing that failed, without parts that only compiled code has: `__tl.c(...).relu`, `(intermediate value).relu`. */
const subject = (text: string): string =>
  text.replace(/__tl\.\w+\(\.\.\.\)|\(intermediate value\)|\bglobalThis(?=\.)/g, '').replace(/^\.+/, '.');

const listWanted: Say = () =>
  t('What is gone through, taken apart or spread here is neither a list nor a tensor. Look at what should have been returned or given.');

const tooLong: Say = () => t('A list or an array would be longer here than JavaScript allows, or than there is memory for.');

/** Names that other programs in JavaScript have and a model cannot have: the network, the system, pages, threads, code made from text. */
const NOT_HERE =
  /^(fetch|XMLHttpRequest|WebSocket|process|Deno|Bun|window|document|navigator|localStorage|Worker|WebAssembly|SharedArrayBuffer|Atomics|eval)$/;

const say: readonly [RegExp, Say][] = [
  [
    /^Cannot read properties of (undefined|null) \(reading '(.{1,200})'\)$/s,
    ([, value, name]) =>
      t(
        "'.{0}' is read from {1}: what stands before it has no value here. Look at where it should get one: an argument, a field, or the return of a function.",
        name!,
        value!,
      ),
  ],
  [
    /^Cannot set properties of (undefined|null) \(setting '(.{1,200})'\)$/s,
    ([, value, name]) =>
      t("'.{0}' is set on {1}: what stands before it has no value here. Look at where it should get one.", name!, value!),
  ],
  [
    /^(?:object )?(undefined|null) is not iterable\b/,
    ([, value]) =>
      t(
        'What is taken apart or gone through here is {0}, and not a list or a tensor. Look at what should have been returned or given.',
        value!,
      ),
  ],
  [
    /^Cannot destructure property '(.{1,200})' of '.{0,300}' as it is (undefined|null)\.$/s,
    ([, name, value]) => t("'{0}' is taken out of {1}: look at what should have been returned or given.", name!, value!),
  ],
  [/is not iterable$|^Spread syntax requires|is not a function or its return value is not (async )?iterable$/, listWanted],
  [
    /^(.{1,500}) is not a function$/s,
    ([, text]) => {
      const name = subject(text!);
      // Only numbers have these methods, and what should be one is most often a tensor.
      if (/\.(?:toFixed|toPrecision|toExponential)$/.test(name))
        return t('{0} is not a function: what stands before it is no number. A tensor of one element gives its number by .item().', name);
      return name === '' || name === 'undefined'
        ? t('What is called here is not a function. Look at how its name is written, and at where it should get its value.')
        : t('{0} is not a function: look at how its name is written.', name);
    },
  ],
  [
    /^(.{1,500}) is not a constructor$/s,
    ([, text]) => t("{0} is not a class that 'new' can make something of: look at how its name is written.", subject(text!) || '?'),
  ],
  [
    /^(.{1,500}) is not defined$/s,
    ([, name]) =>
      Object.hasOwn(DECLARED_BY, name!)
        ? t('{0} is not defined: it comes by {1}', name!, DECLARED_BY[name!]!)
        : NOT_HERE.test(name!)
          ? t(
              'There is no {0} in a model file: it computes with tensors, and reads and writes files beside it by torch.load and torch.save.',
              name!,
            )
          : t('{0} is not defined: declare it, import it, or look at how its name is written.', name!),
  ],
  [/^Cannot access '(.{1,500})' before initialization$/s, ([, name]) => t("'{0}' is used before the line that gives it its value.", name!)],
  [
    /^Class constructor \S{1,200} cannot be invoked without 'new'$/,
    () => t("A class is called here like a function: write 'new' before its name."),
  ],
  [/^Must call super constructor/, () => t("The constructor of a class that extends another one begins with 'super();'.")],
  [/^Assignment to constant variable\.$/, () => t("A constant is given another value here: declare it with 'let' instead.")],
  [
    /^Cannot (?:read|write) private member (\S{1,500}) (?:from|to) an object/,
    ([, name]) => t("'{0}' is a private field, which the object here does not have.", name!),
  ],
  [
    /^Maximum call stack size exceeded$/,
    () => t('Functions call each other without an end here, or too deeply; or a call is given far too many arguments.'),
  ],
  [/^Invalid string length$/, () => t('A text would be longer here than JavaScript allows.')],
  [/^Maximum BigInt size exceeded$/, () => t('A whole number would have more digits here than JavaScript allows.')],
  [/^Invalid (?:typed )?array length\b|^Array buffer allocation failed$|^Invalid array buffer (?:max )?length$/, tooLong],
  [/^Converting circular structure to JSON\b/, () => t('This holds itself, so that it cannot be written as JSON.')],
  [
    / in JSON at position (\d+)|^Unexpected .{1,500} is not valid JSON$|^Unexpected end of JSON input$/s,
    ([, position]) =>
      position === undefined
        ? t('The text that is read here is not valid JSON.')
        : t('The text that is read here is not valid JSON at its character {0}.', Number(position) + 1),
  ],
];

/** How V8 begins or ends a message about a value that JavaScript cannot use so. Such a message alone would not help the author of a model. */
const OF_VALUES =
  // not operations: words of V8
  /^(?:Cannot (?:mix BigInt|convert|use 'in'|add property|define property|set property|delete property|assign to|redefine|perform|create property)|Invalid (?:time value|count value|code point|index|regular expression|value used)|Reduce of empty|Method \S+ called on|Generator is|Cyclic __proto__|Offset is|Right-hand side|Division by zero|URI malformed|Incorrect locale|The (?:encoded data|comparison function|normalization form|value of)|offset is out|Immutable prototype|Derived constructors|Class constructor|Object prototype|Proxy |Property description|Promise resolver|Start offset|byte length|Array\.|ArrayBuffer|Iterator|Private field|Target is|Number format|Value )|(?:could not be cloned\.?|is not extensible|incompatible receiver \S+|out of range\.?|has only a getter|argument must be between \d+ and \d+|is not a (?:symbol|well-formed)\b.{0,80})$/s;

/** What V8 says when a tensor or a module that was frozen is to change. Its fields are not names that a model knows. */
const FROZEN = /^Cannot (?:assign to read only property|add property)/;

/**
 * The text for an error inside the engine: a value that is no function was called, or a frozen one used. Its names are not those of the
 * model, so they are left out.
 */
export function inWordsForInside(message: string): string {
  if (FROZEN.test(message)) return t('What is used here was frozen, and the engine must be able to change it: take Object.freeze away.');
  return /is not a (?:function|constructor)$/.test(message)
    ? t('What is given here does not have what is asked of it. Look at the values that go into it.')
    : inOwnWords(message);
}

/**
 * The sentence for a message of V8. Where the message itself says enough, it is returned without parts that only
 * compiled code has.
 */
export function inOwnWords(message: string): string {
  for (const [pattern, sentence] of say) {
    const match = pattern.exec(message);
    if (match) return sentence(match);
  }
  if (message.length < 500 && OF_VALUES.test(message))
    return t(
      'JavaScript cannot do this with what it is given here: {0}. Look at the values that go into it.',
      message.replace(/__tl\.\w+\(\.\.\.\)/g, '(…)').replace(/\.$/, ''),
    );
  return message.replace(/__tl\.\w+\(\.\.\.\)/g, '(…)');
}
