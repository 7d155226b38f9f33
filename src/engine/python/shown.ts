/** Reads the names of types: they tell which numbers are floats. */

/** The Python name of a type, with the types inside it: 'float', 'list[float]', 'dict[str, tuple[int, float]]'. */
export interface Shown {
  name: string;
  of: Shown[];
}

export const ANY: Shown = { name: '', of: [] };

/** The type of the value that a dict of this type has at a key; undefined when nothing is known of it. */
export function valueTypeOf({ name, of }: Shown, key: unknown): Shown | undefined {
  if (name !== 'fields') return of[1];
  const at = of.findIndex((one) => one.name === key);
  return at < 0 ? ANY : of[at + 1];
}

const read = new Map<string, Shown>();

export function shownOf(text: string): Shown {
  let shown = read.get(text);
  if (!shown) {
    const tokens = text.match(/[^\s,[\]]+|[[\],]/g) ?? [];
    let at = 0;
    const one = (): Shown => {
      const name = tokens[at++] ?? '';
      const of: Shown[] = [];
      while (tokens[at] === '[' || (of.length > 0 && tokens[at] === ',')) {
        at++;
        of.push(one());
      }
      if (of.length > 0) at++;
      return { name, of };
    };
    read.set(text, (shown = one()));
  }
  return shown;
}
