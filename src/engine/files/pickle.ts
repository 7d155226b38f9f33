/**
 * Reads Python's pickles. It builds plain data and the objects that `world` allows, and nothing else. A pickle is a program for
 * a small machine with a stack. Here this machine never calls a function that the pickle chooses freely. Reading stops at a
 * Python name that `world` does not know, or at an instruction that data does not need; the error names it.
 */
import { strFromU8 } from 'fflate/browser';
import { check, RuntimeError } from '../errors.js';

/** A dict during reading. Its keys may be numbers, and its content may come later. */
export class PyDict {
  readonly entries = new Map<unknown, unknown>();
}

/** A Python function or class by its name, which the pickle may call with arguments. */
export interface Callable {
  readonly name: string;
  call(args: readonly unknown[]): unknown;
}

export interface World {
  /** The value or the callable for a Python name; undefined when the name is refused. */
  global(module: string, name: string): unknown;
  /** An object outside of the pickle: the elements of a tensor. */
  persistent(id: unknown): unknown;
}

const isCallable = (value: unknown): value is Callable =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Callable>).call === 'function';

/** Marks the place on the stack where the items of a list or tuple begin. */
const MARK = Symbol('mark');

/**
 * Instructions that are refused, with names for the message: those that make objects of classes, and those of pickles older
 * than PyTorch's.
 */
const REFUSED = new Map(
  (
    '30 POP 31 POP_MARK 32 DUP 46 FLOAT 49 INT 4c LONG 50 PERSID 53 STRING 54 BINSTRING 55 SHORT_BINSTRING 56 UNICODE 67 GET 69 INST ' +
    '6f OBJ 70 PUT 64 DICT 6c LIST 81 NEWOBJ 82 EXT1 83 EXT2 84 EXT4 42 BINBYTES 43 SHORT_BINBYTES 8e BINBYTES8 91 FROZENSET ' +
    '92 NEWOBJ_EX 96 BYTEARRAY8 97 NEXT_BUFFER 98 READONLY_BUFFER'
  )
    .match(/\w+ \w+/g)!
    .map((pair) => pair.split(' '))
    .map(([code, name]) => [Number.parseInt(code, 16), name]),
);

/** The most bytes of a pickle, and the most lists, dicts and tensors in it. No real data has more. */
const MOST = { bytes: 2 ** 25, objects: 1_000_000 };

/**
 * Reads a pickle, and returns the object that it builds.
 * @param file the file's name for messages
 * @throws RuntimeError for refused content, a pickle that is cut off, or bytes that are no pickle
 */
export function readPickle(bytes: Uint8Array, file: string, world: World): unknown {
  return new Machine(bytes, file, world).run();
}

class Machine {
  private at = 0;
  private stack: unknown[] = [];
  private readonly memo = new Map<number, unknown>();
  private readonly view: DataView;
  private objects = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly file: string,
    private readonly world: World,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  run(): unknown {
    check(this.bytes.length <= MOST.bytes, () => `The pickle in '${this.file}' is larger than ${MOST.bytes / 2 ** 20} MiB.`);
    for (;;) {
      const code = this.bytes[this.take(1)];
      if (code === 0x2e) {
        check(this.stack.length === 1, () => this.broken());
        return this.stack[0];
      }
      this.step(code);
    }
  }

  private step(code: number): void {
    const { stack } = this;
    switch (code) {
      case 0x80: // PROTO
        return void this.take(1);
      case 0x95: // FRAME
        return void this.take(8);
      case 0x4e: // NONE
        return this.push(null);
      case 0x88: // NEWTRUE
        return this.push(true);
      case 0x89: // NEWFALSE
        return this.push(false);
      case 0x4a: // BININT
        return this.push(this.view.getInt32(this.take(4), true));
      case 0x4b: // BININT1
        return this.push(this.bytes[this.take(1)]);
      case 0x4d: // BININT2
        return this.push(this.view.getUint16(this.take(2), true));
      case 0x8a: // LONG1
        return this.push(this.long(this.bytes[this.take(1)]));
      case 0x8b: // LONG4
        return this.push(this.long(this.view.getInt32(this.take(4), true)));
      case 0x47: // BINFLOAT
        return this.push(this.view.getFloat64(this.take(8)));
      case 0x58: // BINUNICODE
        return this.push(this.text(this.view.getUint32(this.take(4), true)));
      case 0x8c: // SHORT_BINUNICODE
        return this.push(this.text(this.bytes[this.take(1)]));
      case 0x8d: // BINUNICODE8
        return this.push(this.text(Number(this.view.getBigUint64(this.take(8), true))));
      case 0x5d: // EMPTY_LIST
      case 0x29: // EMPTY_TUPLE
      case 0x8f: // EMPTY_SET
        return this.pushObject([]);
      case 0x7d: // EMPTY_DICT
        return this.pushObject(new PyDict());
      case 0x28: // MARK
        return this.push(MARK);
      case 0x74: // TUPLE
        return this.pushObject(this.marked());
      case 0x85: // TUPLE1
      case 0x86: // TUPLE2
      case 0x87: // TUPLE3
        return this.pushObject(this.popMany(code - 0x84));
      case 0x61: {
        // APPEND
        const item = this.pop();
        return void this.list().push(item);
      }
      case 0x65: // APPENDS
      case 0x90: {
        // ADDITEMS
        const items = this.marked();
        const list = this.list();
        for (const item of items) list.push(item);
        return;
      }
      case 0x73: {
        // SETITEM
        const [key, value] = this.popMany(2);
        return this.set([key, value]);
      }
      case 0x75: // SETITEMS
        return this.set(this.marked());
      case 0x71: // BINPUT
        return this.put(this.bytes[this.take(1)]);
      case 0x72: // LONG_BINPUT
        return this.put(this.view.getUint32(this.take(4), true));
      case 0x94: // MEMOIZE
        return this.put(this.memo.size);
      case 0x68: // BINGET
        return this.get(this.bytes[this.take(1)]);
      case 0x6a: // LONG_BINGET
        return this.get(this.view.getUint32(this.take(4), true));
      case 0x63: // GLOBAL
        return this.global(this.line(), this.line());
      case 0x93: {
        // STACK_GLOBAL
        const [module, name] = this.popMany(2);
        return this.global(String(module), String(name));
      }
      case 0x51: // BINPERSID
        return this.pushObject(this.world.persistent(this.pop()));
      case 0x52: {
        // REDUCE
        const [made, args] = this.popMany(2);
        check(isCallable(made) && Array.isArray(args), () => this.broken());
        return this.pushObject(made.call(args));
      }
      case 0x62: // BUILD
        // The attributes of a dict. A state_dict stores versions of its modules there; nothing needs them.
        this.pop();
        check(stack.at(-1) instanceof PyDict, () => `'${this.file}' sets the attributes of an object, which only Python can do. ${advice}`);
        return;
      default:
        throw new RuntimeError(
          `'${this.file}' has the instruction ${REFUSED.get(code) ?? `0x${code?.toString(16)}`} in its pickle, which is refused here. ${advice}`,
        );
    }
  }

  private push(value: unknown): void {
    this.stack.push(value);
  }

  private pushObject(value: unknown): void {
    check(++this.objects <= MOST.objects, () => `'${this.file}' holds more than ${MOST.objects} lists, dicts and tensors.`);
    this.push(value);
  }

  private pop(): unknown {
    check(this.stack.length > 0 && this.stack.at(-1) !== MARK, () => this.broken());
    return this.stack.pop();
  }

  private popMany(count: number): unknown[] {
    return Array.from({ length: count }, () => this.pop()).reverse();
  }

  /** Pops the items that were pushed since the last mark. */
  private marked(): unknown[] {
    const from = this.stack.lastIndexOf(MARK);
    check(from >= 0, () => this.broken());
    const items = this.stack.slice(from + 1);
    this.stack.length = from;
    return items;
  }

  private list(): unknown[] {
    const list = this.stack.at(-1);
    check(Array.isArray(list), () => this.broken());
    return list;
  }

  private set(items: readonly unknown[]): void {
    const dict = this.stack.at(-1);
    check(dict instanceof PyDict && items.length % 2 === 0, () => this.broken());
    for (let i = 0; i < items.length; i += 2) dict.entries.set(items[i], items[i + 1]);
  }

  private put(key: number): void {
    check(this.stack.length > 0, () => this.broken());
    this.memo.set(key, this.stack.at(-1));
  }

  private get(key: number): void {
    check(this.memo.has(key), () => this.broken());
    this.push(this.memo.get(key));
  }

  private global(module: string, name: string): void {
    const found = this.world.global(module, name);
    check(
      found !== undefined,
      () => `'${this.file}' asks for Python's ${module}.${name}, which is refused: a file may hold tensors and plain data. ${advice}`,
    );
    this.push(found);
  }

  /** An integer of any length, little endian. */
  private long(length: number): number {
    check(length >= 0 && length <= 8, () => `'${this.file}' holds an integer that is exact in Python only.`);
    const from = this.take(length);
    let value = 0n;
    for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(this.bytes[from + i]);
    const number = Number(BigInt.asIntN(8 * length, value));
    check(Number.isSafeInteger(number), () => `'${this.file}' holds an integer that is exact in Python only.`);
    return number;
  }

  private text(length: number): string {
    const from = this.take(length);
    return strFromU8(this.bytes.subarray(from, from + length));
  }

  /** The text up to the end of the line. */
  private line(): string {
    const end = this.bytes.indexOf(0x0a, this.at);
    check(end >= 0, () => this.cut());
    const text = this.text(end - this.at);
    this.at++;
    return text;
  }

  /** Moves over `count` bytes. @returns their start */
  private take(count: number): number {
    const from = this.at;
    check(from + count <= this.bytes.length, () => this.cut());
    this.at += count;
    return from;
  }

  private cut(): string {
    return `'${this.file}' is cut off within its pickle.`;
  }

  private broken(): string {
    return `The pickle in '${this.file}' is damaged: it takes what it has not put there.`;
  }
}

const advice = `Save model.state_dict() there, or a .safetensors file.`;
