/** Habits that mean something else in JavaScript, or fail when they run. Names that a model itself declares are not reported. */
import { t } from '../../protocol/l10n.js';
import { isDeclared, isKnown } from './declared.js';
import type { Habit } from './habit.js';

const is = (found: string, instead: string): string => t("Python's '{0}' is '{1}' here.", found, instead);

/** A function of Python, unless the model has a function of that name. `of` receives its arguments. */
const call = (name: string, of: (inside: string) => string): Habit => ({
  id: name,
  pattern: new RegExp(`(?<![\\w.$])${name}\\(((?:[^()\\n]|\\([^()\\n]*\\))*)\\)(?! *\\{)`, 'g'),
  change: (part, source) => (isDeclared(source, name) ? null : of(part(1))),
  message: is,
});

/** A text with places for one value, as a template with that value. */
const filledIn = (text: string, place: RegExp, value: string): string =>
  `\`${text.replace(place, (_all, digits?: string) => (digits === undefined ? `\${${value}}` : `\${Number(${value}).toFixed(${digits})}`))}\``;

const IMPORT = "import * as torch from 'tensor-lens';";
const methods = 'backward|step|zero_grad|eval|train|zero_|requires_grad_|detach_';
const properties = 'shape|dtype|grad|ndim|requires_grad|grad_fn|is_leaf|T';
/** The names of Python's math module that are different in JavaScript. */
const numbers: Readonly<Record<string, string>> = { pi: 'PI', e: 'E', ln: 'log', fabs: 'abs' };
const outside: Readonly<Record<string, string>> = { inf: 'Infinity', nan: 'NaN', isnan: 'Number.isNaN' };

export const beginnersHabits: readonly Habit[] = [
  call('print', (inside) => `console.log(${inside})`),
  call('len', (inside) => `${inside}.length`),
  call('range', (inside) => `[...Array(${inside}).keys()]`),
  call('str', (inside) => `String(${inside})`),
  call('float', (inside) => `Number(${inside})`),
  call('int', (inside) => `Math.trunc(${inside})`),
  call('isinstance', (inside) => inside.replace(/, */, ' instanceof ')),
  {
    id: 'math',
    pattern: /(?<![\w.$])math\.(\w+)/g,
    change: (part, source) => (isDeclared(source, 'math') ? null : (outside[part(1)] ?? `Math.${numbers[part(1)] ?? part(1)}`)),
    message: is,
  },
  {
    id: 'new',
    pattern: /(?<!new\s+)(?<![\w.$])((?:torch\.)?(?:nn|optim)\.(?:lr_scheduler\.)?[A-Z]\w*)\(/g,
    change: (part) => `new ${part(1)}(`,
    message: (found) => t("A layer, an optimizer, a module is made with 'new': new {0}…).", found),
  },
  {
    id: 'new-own',
    pattern: /(?<!new\s+)(?<![\w.$])([A-Z]\w*)\((?=[^\n]*\);?$)/gm,
    change: (part, { code }) => (new RegExp(`\\bclass ${part(1)}\\b`).test(code) ? `new ${part(1)}(` : null),
    message: (found) => t("A layer, an optimizer, a module is made with 'new': new {0}…).", found),
  },
  {
    id: 'no-super',
    pattern: /(?<=\bextends [\w.]{1,80} \{\s{0,40})constructor\([^()]*\)\s*\{(?=(\s*)this\.)/g,
    change: (part) => `${part(0)}${part(1)}super();`,
    message: () => t("The constructor of a class that extends another one begins with 'super();'."),
  },
  {
    id: 'dtype-name',
    pattern:
      /(?=torch\.[a-z])(?<=\btorch\.(?!promote|can_)\w{1,40}\((?:[^()\n]|\([^()\n]{0,80}\)){0,120}, ?)(torch\.[a-z]+(?:8|16|32|64|128))(?=\))/g,
    change: (part) => `{ dtype: ${part(1)} }`,
    message: (found, instead) => t("'{0}' is given by its name: '{1}'.", found, instead),
  },
  {
    id: 'not-called',
    pattern: new RegExp(`^([ \\t]*[\\w.\\[\\]]+\\.(?:${methods}))(?=;?[ \\t]*$)`, 'gm'),
    change: (part) => `${part(1)}()`,
    message: (found) => t("'{0}' is a method: without () nothing happens.", found.trim()),
  },
  {
    id: 'called',
    pattern: new RegExp(`(\\.(?:${properties}))\\(\\)`, 'g'),
    change: (part) => part(1),
    message: (found) => t("'{0}' is no method: it is read without ().", found.slice(1, -2)),
  },
  {
    id: 'shape-of',
    pattern: /\.shape\((-?\d+)\)/g,
    change: (part) => (part(1).startsWith('-') ? `.size(${part(1)})` : `.shape[${part(1)}]`),
    message: is,
  },
  { id: 'size-of', pattern: /\.size\[(-?\d+)\]/g, change: (part) => `.size(${part(1)})`, message: is },
  {
    id: 'size',
    pattern: /(?<![\w.$])(\w+)\.size\b(?! *[(=[])/g,
    change: (part, { code }) => (new RegExp(`\\b(?:const|let) ${part(1)}\\b[^=\\n]*= *torch\\.`).test(code) ? `${part(1)}.shape` : null),
    message: (found, instead) => t("'{0}' is a method: its sizes are '{1}'.", found, instead),
  },
  {
    id: 'for-in',
    pattern: /\bfor \((const|let|var) (\w+) in ((?:new )?\w[\w.]*(?:\((?:[^()\n]|\([^()\n]{0,80}\)){0,120}\))?)\)/g,
    change: (part, { code }, at) =>
      code
        .slice(at)
        .slice(0, 400)
        .includes(`${part(3)}[${part(2)}]`)
        ? null
        : `for (${part(1)} ${part(2)} of ${part(3)})`,
    message: () => t("'in' goes through the keys, as texts; 'of' goes through the elements."),
  },
  {
    id: 'lost-leaf',
    pattern: /((?:^|[;{])[ \t]*)(\w[\w.]*) = \2 ([-+]) ([^;\n]*\.grad\b[^;\n]*)/gm,
    change: (part) => `${part(1)}${part(2)} ${part(3)}= ${part(4)}`,
    message: (found) =>
      t("'{0}' becomes a new tensor here, which no longer is the parameter: change it in place.", /\w[\w.]*/.exec(found)![0]),
  },
  {
    id: 'grad-truth',
    // Places where only the truth of the value counts: `!w.grad`, the left of `&&`, `||` and `?`, and the end of a
    // condition.
    pattern: /(?<![\w.$\]])(!?)([\w$][\w.$[\]]{0,80}\.grad)(?![\w.$([!]|\?[.?]| *(?:[=<>]|!=|\?\?))(?= *(&&|\|\||[?)])?)/g,
    change: (part, { code }, at) =>
      isTested(code.slice(0, at), part(1), part(3)) ? `${part(2)} ${part(1) === '' ? '!==' : '==='} null` : null,
    message: (found, instead) => t("'{0}' has no truth where it has many elements; whether it is there is '{1}'.", found, instead),
  },
  {
    id: 'percent',
    pattern: /(?<=[=(,] ?|\breturn )(['"] *['"]) % (\w[\w.]*(?:\(\))?)(?=\)*;?$)/gm,
    change: (part) => (/%\.?\d*[dfsg]/.test(part(1)) ? filledIn(part(1).slice(1, -1), /%(?:\.(\d))?[dfsg]/, part(2)) : null),
    message: is,
  },
  {
    id: 'format-call',
    pattern: /(['"] *['"])\.format\(((?:[^(),\n]|\([^()\n]{0,80}\)){1,120})\)/g,
    change: (part) => filledIn(part(1).slice(1, -1), /\{\d?(?::[^{}]*?\.(\d)f)?\}/, part(2)),
    message: is,
  },
  {
    id: 'includes',
    pattern: /(?<=\bif \(|&& |\|\| )(\w+|'[^'\n]*') in (\w+)(?= *(?:\)|&&|\|\|))/g,
    change: (part, { code }) => (new RegExp(`\\b${part(2)}\\b[^=\\n]*= *\\[`).test(code) ? `${part(2)}.includes(${part(1)})` : null),
    message: (found, instead) => t("'{0}' asks for an index; whether a list has an element is '{1}'.", found, instead),
  },
  {
    id: 'no-await',
    pattern: /(?<=^[ \t]*|= |\.load_state_dict\()(torch\.(?:load|save)\()(?![^\n]{0,200}\)\.(?:then|catch)\()/gm,
    change: (part) => `await ${part(1)}`,
    message: (found) => t("'{0}…)' has its result later: write 'await' before it.", found),
  },
  {
    id: 'parameters',
    pattern: /(\.(?:parameters|named_parameters|state_dict))(?=\s*[,)])/g,
    change: (part) => `${part(1)}()`,
    message: (found) => t("'{0}' is a method: it needs its ().", found.slice(1)),
  },
  {
    id: 'parameters-of',
    pattern: /(?<=\bnew (?:torch\.)?(?:optim\.)?[A-Z]\w{0,40}\()([a-z]\w*)(?=, ?(?:\{|lr\b|\d))/g,
    change: (part, { code }) => (isModel(code, part(1)) ? `${part(1)}.parameters()` : null),
    message: (_found, instead) => t("An optimizer takes the parameters of a model: '{0}'.", instead),
  },
  {
    id: 'no-return',
    pattern: /\bforward\([^()\n]{0,200}\)(?:: ?[\w.<>[\]]{1,60})? \{([^{}]{1,2000})\}/g,
    change: (part) => {
      const body = part(1);
      const returned = /\b(?:return|throw|yield)\b/.test(body) ? null : withReturn(body);
      return returned === null ? null : `${part(0).slice(0, -body.length - 1)}${returned}}`;
    },
    message: () => t("forward() returns nothing, and its result is the module's: it needs a 'return'."),
  },
  {
    id: 'append',
    pattern: /(?<![\w.$])(\w+)\.append\(/g,
    change: (part, { code }) => (new RegExp(`\\b${part(1)}\\b[^=\\n]*= *\\[`).test(code) ? `${part(1)}.push(` : null),
    message: is,
  },
  {
    id: 'no-import',
    pattern: /(?<![\w.$'"`/])torch\.\w+/g,
    change: (part, source, at) =>
      // The first occurrence is told, and only for it is the whole text searched.
      /\btorch\./.test(source.code.slice(0, at)) || isDeclared(source, 'torch') || /^import torch/m.test(source.code)
        ? null
        : {
            text: [IMPORT, source.text.slice(0, at) + part(0)].join('\n'),
            end: at + part(0).length,
            shown: 'import',
          },
    message: () => t("'torch' is not imported: import * as torch from 'tensor-lens'."),
  },
  {
    id: 'undeclared',
    pattern: /^([ \t]*)([a-z_]\w*)(?= = (?!=))/gm,
    change: (part, source, at) => {
      const isFirst = !new RegExp(`(?<![\\w.$])${part(2)} = `).test(source.code.slice(0, at));
      return isFirst && !isKnown(source, part(2), part(1) !== '') && isStatement(source.code, at) ? `${part(1)}let ${part(2)}` : null;
    },
    message: (found) => t("'{0}' is not declared: a name begins with let or const.", found.trim()),
  },
];

/** Whether a name is declared as a layer or as an instance of one of the program's own modules. */
function isModel(code: string, name: string): boolean {
  const [, type = ''] = new RegExp(`\\b(?:const|let|var) ${name}\\b[^=\\n]*= *new ((?:[\\w.]+\\.)?[A-Z]\\w*)\\(`).exec(code) ?? [];
  return /^(?:torch\.)?nn\./.test(type) || (type !== '' && new RegExp(`\\bclass ${type} extends [\\w.]*Module\\b`).test(code));
}

/** The body with its last value returned; null where the last statement has none. */
function withReturn(body: string): string | null {
  const [, before = '', space = '', statement = '', after = ''] = /^([^]*?[;\n]|)(\s*)(\S[^;\n]*;?)(\s*)$/.exec(body) ?? [];
  const [, name] = /^(?:const |let |var )?(\w+)(?:: ?[^=]{1,60})? ?=(?!=)/.exec(statement) ?? [];
  if (name !== undefined) {
    const line = body.includes('\n') ? space : ' ';
    return `${before}${space}${statement}${line}return ${name};${after}`;
  }
  return /^(?:this|torch|nn|F|[a-z]\w*)\b[.(]/.test(statement) ? `${before}${space}return ${statement}${after}` : null;
}

/** Whether only the truth of the operand between these texts counts. */
function isTested(before: string, negation: string, after: string): boolean {
  if (/[-+*/%^~]\s*$|(?<![&|])[&|]\s*$|[!=]==?\s*$|(?<!=)[<>]=?\s*$|\b(?:typeof|void|in|of|instanceof|await)\s*$/.test(before))
    return false;
  if (negation !== '' || /^(&&|\|\||\?)$/.test(after)) return true;
  return after === ')' && /\b(?:if|while) *\((?:[^()\n]*(?:&&|\|\|))? *$/.test(before);
}

/**
 * Whether a statement begins at this line. It does not in the body of a class, or where the previous line continues.
 */
function isStatement(code: string, at: number): boolean {
  const before = code.slice(0, at).trimEnd();
  if (!/^$|[;{})\w'"`\]]$/.test(before)) return false;
  let depth = 0;
  for (let i = before.length - 1; i >= 0; i--) {
    if (before[i] === '}') depth++;
    if (before[i] === '{' && --depth < 0) return !/\bclass\b[^{};]*$/.test(before.slice(0, i));
  }
  return true;
}
