import { describe, expect, it } from 'vitest';
import { modelConsole, Output } from '../../src/run/inside/console.js';

function outputAt(clock: { now: number }, limits?: { lines: number; line: number }) {
  const batches: string[][] = [];
  const output = new Output(
    (lines) => batches.push(lines),
    () => clock.now,
    limits,
  );
  return { output, batches };
}

describe('output', () => {
  it('is sent line by line at first, and in batches when there is much', () => {
    const clock = { now: 0 };
    const { output, batches } = outputAt(clock);
    for (let i = 0; i < 250; i++) output.write(`line ${i}`);
    expect(batches).toHaveLength(200);
    clock.now = 1000;
    output.write('late');
    expect(batches).toHaveLength(201);
    expect(batches.at(-1)).toHaveLength(51);
    output.write('last');
    output.flush();
    expect(batches.flat()).toEqual(output.lines);
  });

  it('ends with a note at its limit, and cuts endless lines', () => {
    const { output } = outputAt({ now: 0 }, { lines: 3, line: 4 });
    output.write('a\nb\nabcdefg\nd\ne');
    output.write('f');
    expect(output.lines).toEqual(['a', 'b', 'abcd…', '(The output is longer than 3 lines: the rest is left out.)']);
  });

  it('has the manners of a console', () => {
    const clock = { now: 0 };
    const { output } = outputAt(clock);
    const console = modelConsole(output, () => clock.now);
    console.group('group');
    console.warn('in\nside');
    console.groupEnd();
    console.assert(true, 'no');
    console.assert(false, 'yes');
    console.count();
    console.count();
    console.time('t');
    clock.now = 5;
    console.timeEnd('t');
    console.dir({ a: 1 });
    console.log();
    expect(output.lines).toEqual([
      'group',
      '  in',
      '  side',
      'Assertion failed yes',
      'default: 1',
      'default: 2',
      't: 5.000 ms',
      '{ a: 1 }',
      '',
    ]);
  });
});
