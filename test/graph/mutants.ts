/**
 * Small changes of a model's text, like those that people make: of an operation, an axis, a seed, a rate, an
 * initialisation.
 */
export interface Mutant {
  what: string;
  text: string;
  /** The changed line, from 1. */
  line: number;
}

type Replacement = [pattern: RegExp, by: (found: string) => string[]];

const scaled = (text: string, ...factors: number[]): string[] =>
  factors.map((factor) => String(Number((Number(text) * factor).toPrecision(6))));

const replacements: Record<string, readonly Replacement[]> = {
  operation: [
    [
      /(?<=\.)(?:relu|tanh|sigmoid|exp|sin|abs)(?=\()/g,
      (name) => ['relu', 'tanh', 'sigmoid', 'sin', 'abs'].filter((other) => other !== name),
    ],
    [/(?<=\.)(?:mean|sum)(?=\()/g, (name) => [name === 'mean' ? 'sum' : 'mean']],
    [/(?<=\.pow\()\d/g, (power) => [String(Number(power) + 1)]],
    [/ [+*-] (?=[\w(])/g, (sign) => [' + ', ' - ', ' * '].filter((other) => other !== sign)],
  ],
  axis: [
    [/(?<=\bdim: )-?\d/g, (dim) => [dim === '0' ? '1' : '0', '-1']],
    [/(?<=\.(?:sum|mean|softmax|argmax|unsqueeze|squeeze|flatten)\()-?\d/g, (dim) => [dim === '0' ? '1' : '0', '-1']],
  ],
  seed: [[/(?<=manual_seed\()\d+/g, (seed) => [1, 2, 3, 4, 5, 6].map((more) => String(Number(seed) + more))]],
  rate: [[/(?<=\b(?:lr: |rate = |momentum: ))[\d.]+/g, (rate) => scaled(rate, 1.001, 1.1, 0.5, 2)]],
  initialisation: [
    [/(?<=torch\.)(?:randn|rand|zeros|ones)(?=\()/g, (name) => ['randn', 'rand', 'zeros', 'ones'].filter((other) => other !== name)],
    [/(?<=torch\.tensor\([^)]*?)-?\b\d+(?:\.\d+)?\b(?![\w:])/g, (entry) => [String(Number(entry) + 1)]],
  ],
};

/** All mutants of a text, kind by kind. Comments and the import are not changed. */
export function mutantsOf(text: string): Mutant[] {
  const lines = text.split('\n');
  return Object.entries(replacements).flatMap(([what, list]) =>
    list.flatMap(([pattern, by]) =>
      lines.flatMap((line, i) => {
        const code = /^\s*(?:\/\/|import )/.test(line) ? '' : line.replace(/\s\/\/.*$/, '');
        return [...code.matchAll(pattern)].flatMap((match) =>
          by(match[0]).map((other) => {
            const changed = line.slice(0, match.index) + other + line.slice(match.index + match[0].length);
            return { what, line: i + 1, text: lines.with(i, changed).join('\n') };
          }),
        );
      }),
    ),
  );
}
