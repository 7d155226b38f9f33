/** As `types.SimpleNamespace`: an object whose attributes are given by name. */
import { eq } from './compare.js';
import { repr } from './text.js';

export class SimpleNamespace {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- attributes of any type
  [name: string]: any;

  constructor(given: Readonly<Record<string, unknown>> = {}) {
    Object.assign(this, given);
  }

  __eq__(other: unknown): boolean {
    return other instanceof SimpleNamespace && eq(new Map(Object.entries(this)), new Map(Object.entries(other)));
  }

  __repr__(): string {
    return `namespace(${Object.entries(this)
      .map(([name, value]) => `${name}=${repr(value)}`)
      .join(', ')})`;
  }
}
