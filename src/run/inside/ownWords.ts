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

/** The end of a call of what lists have and tensors have not. */
const OF_LISTS =
  /\.(?:map|forEach|filter|reduce|reduceRight|entries|push|pop|shift|unshift|splice|concat|join|indexOf|includes|some|every|find|findIndex|flatMap)$/;

/** The end of a call of a comparison whose result should be a tensor: `(a === b).sum`. */
const OF_SAMENESS = /^\([^()]{0,200}[!=]==[^()]{0,200}\)\.\w+$/;

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
    /^Cannot (?:read|set) properties of (undefined|null)/,
    ([, value]) => t('Something is read from or set on {0} here. Look at where what stands before it should get a value.', value!),
  ],
  [
    /^Cannot destructure '.{0,500}' as it is (undefined|null)\.$/s,
    ([, value]) => t('What is taken apart here is {0}: look at what should have been returned or given.', value!),
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
  [
    / is not (?:async )?iterable(?: \(cannot read property .{0,200}\))?$|^Spread syntax requires|^Found non-callable @@iterator|^Iterator (?:result|value) /s,
    listWanted,
  ],
  [
    /^(.{1,500}) is not a function$/s,
    ([, text]) => {
      const name = subject(text!);
      // Only numbers have these methods, and what should be one is most often a tensor.
      if (/\.(?:toFixed|toPrecision|toExponential)$/.test(name))
        return t('{0} is not a function: what stands before it is no number. A tensor of one element gives its number by .item().', name);
      if (OF_SAMENESS.test(name))
        return t("'===' says whether two values are one and the same, true or false. Elements of tensors are compared by '=='.");
      if (OF_LISTS.test(name))
        return t(
          '{0} is not a function: what stands before it is no list. A tensor becomes one by .tolist(), and what a loop can go through by [...x].',
          name,
        );
      if (/^this\.\w+$/.test(name))
        return t('{0} is not a function: the class has no such method, and neither a field nor the constructor makes it.', name);
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
    / in JSON at position (\d+)| is not valid JSON$|^Unexpected end of JSON input$/,
    ([, position]) =>
      position === undefined
        ? t('The text that is read here is not valid JSON.')
        : t('The text that is read here is not valid JSON at its character {0}.', Number(position) + 1),
  ],
];

/** What could not be changed, and why it may be so. */
const fixed: Say = ([, name]) => t("'{0}' cannot be changed here: it is read-only, or what it belongs to was frozen.", name!);

/** Sentences for what V8 says of values that do not fit. */
const ofValues: readonly [RegExp, Say][] = [
  [
    // not operations: words of V8
    /^Cannot (?:assign to read only property|add property|delete property|redefine property:|define property|set property) '?(.{1,200}?)'?(?:,? (?:object is|of |which )|$)/s,
    fixed,
  ],
  [
    /^Cannot create property '(.{1,200})' on /s,
    ([, name]) => t("'{0}' is set on a number, a text or the like, which cannot have it.", name!),
  ],
  [/^Cannot perform '.{1,200}' on a proxy that has been revoked$/, () => t('A proxy is used here that was revoked.')],
  [/' on proxy: |^Cannot create proxy with/, () => t('A proxy does not do here what JavaScript demands of one.')],
  [
    /^Cannot mix BigInt|^Cannot convert a BigInt|^Do not know how to serialize a BigInt|^BigInts have no/,
    () => t('A whole number with an n (a BigInt) does not go together with other numbers: write Number(…) around it.'),
  ],
  [
    /^Cannot convert .{0,500} to a BigInt$|cannot be converted to a BigInt/s,
    () => t('What is given here cannot become a whole number with an n (a BigInt).'),
  ],
  [
    /^Cannot convert a Symbol value|is not a symbol$/,
    () => t('A symbol is used here in place of a number or a text, or the other way round.'),
  ],
  [/^Cannot convert object to primitive value$/, () => t('What is given here can become neither a number nor a text.')],
  [/^Cannot convert (undefined|null) or null to object$/, () => t('What is given here has no value. Look at where it should get one.')],
  [/^Cannot use 'in' operator to search/, () => t("'in' looks for a name in an object, and what is given here is none.")],
  [/^Right-hand side of 'instanceof'|in instanceof check$/, () => t("'instanceof' asks for a class, and what is given here is none.")],
  [/^Reduce of empty/, () => t('A list is reduced here that is empty, without a value to begin with.')],
  [
    // The reason stands behind the pattern, which may be so long that it is not there any more.
    /^Invalid regular expression(?: flags|:.*: ([^:/]{1,200}[^:/…]))?/s,
    ([, why]) => (why === undefined ? t('The regular expression is not valid.') : t('The regular expression is not valid: {0}.', why)),
  ],
  [
    / called on incompatible receiver | requires that 'this' be | called on (?:null or undefined|non-object)/,
    () => t('A method is called here on what does not have it.'),
  ],
];

/** How V8 begins or ends other messages about a value that JavaScript cannot use so. Such a message alone would not help the author of a model. */
const OF_VALUES =
  // not operations: words of V8
  /^(?:Cannot (?:convert|define|delete|assign|redefine|perform|freeze|seal|prevent|supply)|Invalid |Method |Generator is|Cyclic __proto__|Offset is|Division by zero|Exponent must|URI malformed|Incorrect |The (?:encoded data|comparison function|normalization form|value of|\.constructor|\.flags|iterator)|offset is out|Source is too|Immutable prototype|Derived |Class |Classes |Object prototype|Property description|Promise |Chaining cycle|Start offset|start offset|byte length|Array|Iterator|Private |Target is|Number format|Value |Function has|Function\.prototype|Bind must|Illegal |First argument to|Getter must|Setter must|Super constructor|Abstract class|Constructor |Provided date|Result of the|Flattening|Pushing|Too many|flatMap |this is not an? |'caller'|%|invalid_argument|Object\.prototype|Expected letters|Currency code|Language ID|WeakRef|FinalizationRegistry)|(?:could not be cloned\.?|is not extensible|out of range\.?|has only a getter|argument must be between \d+ and \d+|must be positive|is not an? (?:symbol|well-formed|iterator|promise|valid property name)\b.{0,80}|should be a multiple of \d+|called with a non-global RegExp argument)$/s;

/** The most characters of V8's own words that are shown. They hold what a model wrote. */
const MOST_QUOTED = 300;

/** What V8 says when a tensor or a module that was frozen is to change. Its fields are not names that a model knows. */
const FROZEN = /^Cannot (?:assign to read only property|add property)/;

/** What V8 says where there is no room. It is as true inside of the engine as in a model. */
const OF_ROOM = /^(?:Maximum |Invalid (?:string|array|typed array) length|Array buffer allocation|Invalid array buffer)/;

/**
 * The text for an error inside the engine: a value that is no function was called, or a frozen one used. Its names are not those of the
 * model, so they are left out.
 */
export function inWordsForInside(message: string): string {
  if (FROZEN.test(message)) return t('What is used here was frozen, and the engine must be able to change it: take Object.freeze away.');
  const words = wordsFor(message);
  if (words === null || OF_ROOM.test(message)) return words ?? message;
  return t('What is given here does not have what is asked of it. Look at the values that go into it.');
}

/**
 * The sentence for a message of V8. Where the message itself says enough, it is returned without parts that only
 * compiled code has.
 */
export const inOwnWords = (message: string): string => wordsFor(message) ?? withoutCompiled(message);

const withoutCompiled = (message: string): string => message.replace(/__tl\.\w+\(\.\.\.\)/g, '(…)');

/** The sentence for a message of V8; null for other messages. */
function wordsFor(message: string): string | null {
  for (const [pattern, sentence] of [...say, ...ofValues]) {
    const match = pattern.exec(message);
    if (match) return sentence(match);
  }
  if (!OF_VALUES.test(message)) return null;
  const quoted = withoutCompiled(message.length > MOST_QUOTED ? `${message.slice(0, MOST_QUOTED)}…` : message).replace(/\.$/, '');
  return t('JavaScript cannot do this with what it is given here: {0}. Look at the values that go into it.', quoted);
}
