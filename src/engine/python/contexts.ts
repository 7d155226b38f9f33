/** Small objects of Python's library that programs use beside the model: contexts, progress bars. */
import { setGradEnabled } from '../autograd/gradMode.js';
import { range } from './sequences.js';

/** As `contextlib.nullcontext(value)`. */
export const nullcontext = <T>(value: T | null = null): { __enter__: () => T | null; __exit__: () => boolean } => ({
  __enter__: () => value,
  __exit__: () => false,
});

/** As `torch.no_grad()` and its kind in a variable, which `with` enters later. */
export const grad_mode = (enabled: boolean): { __enter__: () => void; __exit__: () => boolean } => {
  const before: boolean[] = [];
  return {
    __enter__: () => void before.push(setGradEnabled(enabled)),
    __exit__: () => {
      setGradEnabled(before.pop()!);
      return false;
    },
  };
};

/** As `tqdm(iterable, …)`: iterates over it. The progress bar is not part of the printed output. */
export class tqdm<T> implements Iterable<T> {
  constructor(private readonly all: Iterable<T> = []) {}

  static range(...args: Parameters<typeof range>): tqdm<number> {
    return new tqdm(range(...args));
  }

  [Symbol.iterator](): Iterator<T> {
    return this.all[Symbol.iterator]();
  }

  __len__(): number {
    return (this.all as { length?: number }).length ?? [...this.all].length;
  }

  set_description(): void {}
  set_postfix(): void {}
  set_postfix_str(): void {}
  update(): void {}
  close(): void {}

  __enter__(): this {
    return this;
  }

  __exit__(): boolean {
    return false;
  }
}
