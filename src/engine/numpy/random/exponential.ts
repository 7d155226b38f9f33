/** The ziggurat of the exponential distribution (G. Marsaglia and W. W. Tsang, 2000): 256 layers of equal area. */
import { exp, log } from '../../python/elementary.js';

/** Where the last layer begins, and the area of each. */
export const TAIL = 7.69711747013105;
const AREA = 0.003949659822581557;
const UNITS = 2 ** 53;

interface Tables {
  /** The width of each layer, in units of 2⁵³. */
  readonly widths: Float64Array;
  /** The numbers of a layer below which all are under the curve. */
  readonly sure: Float64Array;
  /** The density at the edge of each layer. */
  readonly heights: Float64Array;
}

let made: Tables | null = null;

export function tables(): Tables {
  if (made) return made;
  const [widths, sure, heights] = [new Float64Array(256), new Float64Array(256), new Float64Array(256)];
  let edge = TAIL;
  let above = TAIL;
  const first = AREA / exp(-edge);
  sure[0] = Math.floor((edge / first) * UNITS);
  widths[0] = first / UNITS;
  widths[255] = edge / UNITS;
  heights[0] = 1;
  heights[255] = exp(-edge);
  for (let i = 254; i >= 1; i--) {
    edge = -log(AREA / edge + exp(-edge));
    sure[i + 1] = Math.floor((edge / above) * UNITS);
    above = edge;
    heights[i] = exp(-edge);
    widths[i] = edge / UNITS;
  }
  return (made = { widths, sure, heights });
}
