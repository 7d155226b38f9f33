/**
 * What an expression in an unfinished text is, when that is simple to tell: a part of the library, or an object of one
 * of its classes. Names are followed to their last declaration. Types are not checked.
 */
import type { Api, ApiEntry, ApiSignature } from './api.js';
import { closerOf, endsValue, isKeyword, openerOf, tokenize, type Token, type Tokens } from './tokens.js';

const LIBRARY = /^['"]tensor-lens['"]?$/;
/** The longest chain of names that is followed, where each name stands for the next. */
const DEPTH = 20;

export type Meaning =
  | { kind: 'namespace'; path: string }
  /** A function or a method. */
  | { kind: 'callable'; entry: ApiEntry; path: string }
  | { kind: 'class'; name: string; entry: ApiEntry | null; path: string }
  | { kind: 'instance'; of: string }
  | { kind: 'value'; entry: ApiEntry; path: string };

/** A chain such as `torch.ones(2).sum`, as tokens: from `start` to the token before `end`. */
export interface Chain {
  start: number;
  end: number;
  isNew: boolean;
}

export class Text {
  readonly tokens: Tokens;

  constructor(
    readonly text: string,
    private readonly api: Api,
    /** Whether a name held a tensor in the last run of the model. */
    private readonly heldTensor: (name: string) => boolean = () => false,
  ) {
    this.tokens = tokenize(text);
  }

  /** The chain whose last token is just before `end`. */
  chainBefore(end: number): Chain | null {
    const { list } = this.tokens;
    let at = end - 1;
    while (list[at]) {
      const { kind, text } = list[at]!;
      if (kind === 'punctuation') {
        if (text === '!') at--;
        else if (text === ')' || text === ']') {
          at = openerOf(list, at);
          if (!endsValue(list[at - 1])) return at < 0 ? null : { start: at, end, isNew: false };
          at--;
        } else return null;
        continue;
      }
      if (/^\??\.$/.test(list[at - 1]?.text ?? '') && kind === 'name') at -= 2;
      else return isKeyword(text) ? null : { start: at, end, isNew: list[at - 1]?.text === 'new' };
    }
    return null;
  }

  /** The meaning of a chain of names and calls, such as `torch.nn.Linear`. */
  meaning({ start, end, isNew }: Chain, depth = 0): Meaning | null {
    const { list } = this.tokens;
    const first = list[start];
    if (!first || depth > DEPTH) return null;
    let at = start + 1;
    let meaning: Meaning | null;
    let mayMake = isNew;
    if (first.text === '(') {
      const close = closerOf(list, start);
      const inner = this.chainBefore(close);
      const from = inner?.isNew ? inner.start - 1 : inner?.start;
      meaning = inner && from === start + 1 ? this.meaning(inner, depth + 1) : null;
      at = close + 1;
    } else if (first.kind !== 'name') return null;
    else if (first.text === 'this') {
      meaning = this.declared(list[start + 2]?.text ?? '', start, true, depth + 1);
      at = start + 3;
    } else meaning = this.declared(first.text, start, false, depth + 1);

    while (at < end && meaning) {
      const { text } = list[at]!;
      if (text === '.' || text === '?.') {
        meaning = this.member(meaning, list[at + 1]?.text ?? '');
        at += 2;
      } else if (text === '(') {
        meaning = this.called(meaning, mayMake);
        mayMake = false;
        at = closerOf(list, at) + 1;
      } else if (text === '[') {
        meaning = this.element(meaning);
        at = closerOf(list, at) + 1;
      } else if (text === '!') at++;
      else return null;
    }
    return meaning;
  }

  /** The members that can follow after a dot. */
  members(meaning: Meaning): ReadonlyMap<string, ApiEntry> | null {
    if (meaning.kind === 'namespace') return this.api.namespace(meaning.path);
    return meaning.kind === 'instance' && this.api.isClass(meaning.of) ? this.api.instance(meaning.of) : null;
  }

  /** The signatures of a call; for a class, those of its constructor. A call of a module has none: only the module knows its arguments. */
  signatures(meaning: Meaning, isNew: boolean): readonly ApiSignature[] {
    if (meaning.kind === 'callable' || (meaning.kind === 'class' && isNew)) return meaning.entry?.signatures ?? [];
    return [];
  }

  private member(meaning: Meaning, name: string): Meaning | null {
    const entry = this.members(meaning)?.get(name);
    if (!entry) return null;
    const path = `${meaning.kind === 'namespace' ? meaning.path : meaning.kind === 'instance' ? meaning.of : ''}.${name}`;
    switch (entry.kind) {
      case 'namespace':
        return { kind: 'namespace', path };
      case 'class':
        return { kind: 'class', name, entry, path };
      case 'function':
      case 'method':
        return { kind: 'callable', entry, path };
      case 'value':
      case 'property':
        return this.api.isClass(entry.type ?? '') && meaning.kind === 'instance'
          ? { kind: 'instance', of: entry.type! }
          : { kind: 'value', entry, path };
    }
  }

  private called(meaning: Meaning, isNew: boolean): Meaning | null {
    if (meaning.kind === 'class') return isNew ? { kind: 'instance', of: meaning.name } : null;
    if (meaning.kind === 'instance') return this.api.extends(meaning.of, 'Module') ? { kind: 'instance', of: 'Tensor' } : null;
    return meaning.kind === 'callable' ? { kind: 'instance', of: meaning.entry.signatures?.[0]?.returns ?? 'void' } : null;
  }

  private element(meaning: Meaning): Meaning | null {
    const list = meaning.kind === 'instance' ? /^(\w+)\[\]$/.exec(meaning.of) : null;
    return list ? { kind: 'instance', of: list[1]! } : null;
  }

  /** The meaning of the last declaration of a name before a place. A field of `this` may be declared anywhere. */
  private declared(name: string, before: number, isField: boolean, depth: number): Meaning | null {
    if (depth > DEPTH) return null;
    const { list } = this.tokens;
    for (let i = isField ? list.length - 1 : before - 1; i >= 0; i--) {
      const token = list[i]!;
      if (token.kind !== 'name' || token.text !== name) continue;
      const found = this.declaration(i, isField, depth);
      if (found) return found;
    }
    return this.heldTensor(isField ? `this.${name}` : name) || this.heldTensor(name) ? { kind: 'instance', of: 'Tensor' } : null;
  }

  /** The meaning of a name at the place that declares it; null at other places. */
  private declaration(i: number, isField: boolean, depth: number): Meaning | null {
    const { list } = this.tokens;
    const [before, after] = [list[i - 1]?.text, list[i + 1]?.text];
    if (before === '.' && !(isField && list[i - 2]?.text === 'this')) return null;
    if (before === 'class') return this.userClass(i, depth);
    if (before === 'as' || before === 'import' || before === '{' || before === ',') {
      const imported = this.imported(i) ?? this.destructured(i, depth);
      if (imported) return imported;
    }
    if (after === '=') return this.initial(i + 2, depth);
    if (after !== ':' && !(after === '?' && list[i + 2]?.text === ':')) return null;
    const type = after === ':' ? i + 2 : i + 3;
    return this.annotated(type) ?? this.assignedAfter(type, depth);
  }

  /** The meaning of an imported name: `import * as torch`, `import { nn, optim as o }`. */
  private imported(i: number): Meaning | null {
    const { list } = this.tokens;
    let start = i;
    while (start > 0 && list[start]!.text !== 'import' && !/[;=(]/.test(list[start]!.text)) start--;
    if (list[start]?.text !== 'import') return null;
    let end = i;
    while (list[end] && list[end]!.text !== 'from' && list[end]!.text !== ';') end++;
    if (!LIBRARY.test(list[end + 1]?.text ?? '')) return null;
    if (list[start + 1]?.text === '*') return { kind: 'namespace', path: 'torch' };
    const exported = list[i - 1]?.text === 'as' ? list[i - 2]!.text : list[i]!.text;
    return this.member({ kind: 'namespace', path: 'torch' }, exported);
  }

  /** The meaning of a destructured name: `const { nn, functional: F } = torch`. */
  private destructured(i: number, depth: number): Meaning | null {
    const { list } = this.tokens;
    let close = i;
    while (list[close] && list[close]!.text !== '}' && !/[;({]/.test(list[close]!.text)) close++;
    if (list[close]?.text !== '}' || list[close + 1]?.text !== '=') return null;
    const whole = this.initial(close + 2, depth);
    return whole && this.member(whole, list[i]!.text);
  }

  private userClass(i: number, depth: number): Meaning | null {
    const { list } = this.tokens;
    const name = list[i]!.text;
    if (list[i + 1]?.text !== 'extends') return null;
    const base = this.initial(i + 2, depth);
    return base?.kind === 'class' ? { kind: 'class', name: base.name, entry: null, path: name } : null;
  }

  /** The value of the expression that begins at a token, when nothing more is done with it. */
  private initial(at: number, depth: number): Meaning | null {
    const { list } = this.tokens;
    const isNew = list[at]?.text === 'new';
    const start = at + (isNew || list[at]?.text === 'await' ? 1 : 0);
    let end = list[start]?.text === '(' ? closerOf(list, start) + 1 : start + 1;
    for (;;) {
      const text = list[end]?.text;
      if (text === '.' || text === '?.') end += 2;
      else if ((text === '(' || text === '[') && !this.beginsLine(end)) end = closerOf(list, end) + 1;
      else if (text === '!') end++;
      else break;
    }
    const next: Token | undefined = list[end];
    const isWhole = !next || /^[;,)}\]{]$/.test(next.text) || next.kind === 'name' || this.beginsLine(end);
    return isWhole ? this.meaning({ start, end: Math.min(end, list.length), isNew }, depth + 1) : null;
  }

  private beginsLine(i: number): boolean {
    const { list } = this.tokens;
    return this.text.slice(list[i - 1]?.end ?? 0, list[i]?.start).includes('\n');
  }

  /** The meaning of a type: `x: torch.Tensor`, `rate: number`. */
  private annotated(at: number): Meaning | null {
    const { list } = this.tokens;
    let last = at;
    while (list[last + 1]?.text === '.') last += 2;
    const name = list[last]?.text ?? '';
    const isList = list[last + 1]?.text === '[' && list[last + 2]?.text === ']';
    return this.api.isClass(name) ? { kind: 'instance', of: isList ? `${name}[]` : name } : null;
  }

  /** The meaning of the value after a type: `let w: Whatever = torch.ones(2)`. */
  private assignedAfter(type: number, depth: number): Meaning | null {
    const { list } = this.tokens;
    let at = type;
    while (list[at] && !/^[;,(){}=]$/.test(list[at]!.text)) at++;
    return list[at]?.text === '=' ? this.initial(at + 1, depth) : null;
  }
}
