/** Reads the names of types: they tell which numbers are floats. */

/** The Python name of a type, with the types inside it: 'float', 'list[float]', 'dict[str, tuple[int, float]]'. */
export interface Shown {
  name: string;
  of: Shown[];
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
