/**
 * Turns a convolution into one with stride 1 over one dim. The input is laid out with its padding, in one plane for each
 * remainder of a position divided by the stride. Then an output at `p` meets every tap at `p` plus an offset that depends on
 * the tap alone. All outputs are one row, with unused outputs between the rows and planes.
 */
import type { Window } from '../../../backend.js';
import { roundUp } from '../places.js';
import { TILE } from './kernels.js';

/** One spatial dim. */
interface Axis {
  readonly stride: number;
  readonly padding: number;
  readonly input: number;
  readonly output: number;
  /** The remainders that some tap meets. */
  readonly phases: readonly number[];
  /** For each tap: the index of its phase in `phases`, and its distance from the output's position. */
  readonly taps: readonly { readonly phase: number; readonly shift: number }[];
  /** The number of positions in a plane. */
  readonly size: number;
}

function axis(input: number, output: number, kernel: number, stride: number, padding: number, dilation: number): Axis {
  const at = Array.from({ length: kernel }, (_, k) => k * dilation);
  const phases = [...new Set(at.map((z) => z % stride))];
  const taps = at.map((z) => ({ phase: phases.indexOf(z % stride), shift: Math.floor(z / stride) }));
  return { stride, padding, input, output, phases, taps, size: output + Math.max(...taps.map(({ shift }) => shift)) };
}

/** Neighbouring rows of the input that lie side by side in a plane, too. */
export interface Run {
  /** Where the first row begins, in elements: within a channel of the input (`input`), and within a plane (`at`). */
  readonly input: number;
  readonly at: number;
  /** The index of the plane within its channel. */
  readonly plane: number;
  readonly rows: number;
  readonly inputRow: number;
  readonly count: number;
  readonly inputStep: number;
}

export interface Tap {
  /** The index of the plane that the tap meets, within its channel, and the distance from the output's position. */
  readonly plane: number;
  readonly shift: number;
}

export interface Geometry {
  readonly taps: readonly Tap[];
  /** The number of planes of a channel. */
  readonly planes: number;
  /** Elements from one plane to the next. */
  readonly plane: number;
  /** Elements from row to row of a plane, and from one depth to the next. */
  readonly row: number;
  readonly slice: number;
  /** The number of positions in a plane; and the length from the first output to behind the last, in whole tiles. */
  readonly positions: number;
  readonly length: number;
  readonly largestShift: number;
  readonly output: readonly number[];
  readonly inputs: number;
  readonly outputs: number;
  /** The copies that bring the input to the planes. */
  readonly runs: readonly Run[];
}

/** Positions i of a plane whose place in the input, i · stride + phase − padding, exists. */
function inside({ stride, padding, input, size, phases }: Axis, phase: number): [from: number, to: number] {
  const first = padding - phases[phase];
  const from = Math.max(0, Math.ceil(first / stride));
  return [from, Math.max(from, Math.min(size, Math.floor((input - 1 + first) / stride) + 1))];
}

const place = ({ stride, padding, phases }: Axis, phase: number, i: number): number => i * stride + phases[phase] - padding;

export function geometryOf(input: readonly number[], output: readonly number[], window: Window): Geometry {
  const [z, y, x] = [0, 1, 2].map((d) =>
    axis(input[d], output[d], window.kernel[d], window.stride[d], window.padding[d], window.dilation[d]),
  ) as [Axis, Axis, Axis];
  const row = x.size;
  const slice = y.size * row;
  const positions = roundUp(z.size * slice, TILE);
  const plane = positions + TILE;
  const planeOf = (d: number, h: number, w: number) => (d * y.phases.length + h) * x.phases.length + w;
  const taps = z.taps.flatMap((d) =>
    y.taps.flatMap((h) =>
      x.taps.map((w): Tap => ({ plane: planeOf(d.phase, h.phase, w.phase), shift: d.shift * slice + h.shift * row + w.shift })),
    ),
  );
  const runs: Run[] = [];
  z.phases.forEach((_, d) =>
    y.phases.forEach((_, h) =>
      x.phases.forEach((_, w) => {
        const [zFrom, zTo] = inside(z, d);
        const [yFrom, yTo] = inside(y, h);
        const [xFrom, xTo] = inside(x, w);
        if (yFrom === yTo || xFrom === xTo) return;
        for (let i = zFrom; i < zTo; i++) {
          runs.push({
            input: (place(z, d, i) * y.input + place(y, h, yFrom)) * x.input + place(x, w, xFrom),
            plane: planeOf(d, h, w),
            at: i * slice + yFrom * row + xFrom,
            rows: yTo - yFrom,
            inputRow: y.stride * x.input,
            count: xTo - xFrom,
            inputStep: x.stride,
          });
        }
      }),
    ),
  );
  return {
    ...{ taps, plane, positions, row, slice, runs, output },
    planes: z.phases.length * y.phases.length * x.phases.length,
    length: roundUp((z.output - 1) * slice + (y.output - 1) * row + x.output, TILE),
    largestShift: Math.max(...taps.map(({ shift }) => shift)),
    inputs: input[0] * input[1] * input[2],
    outputs: output[0] * output[1] * output[2],
  };
}
