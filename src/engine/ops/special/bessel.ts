import { op, type Op } from '../op.js';
import * as kind from '../kind.js';
import { pointwise } from '../pointwise.js';
import type { Tensor } from '../../tensor/tensor.js';
import { calls, special } from './define.js';

/** Bessel functions and Airy functions. */

/** `f(x)` where x is not 0, and `limit` where it is: so `f` may divide by x. */
const away = (x: Tensor, limit: number, f: (x: Tensor) => Tensor): Tensor => {
  const zero = x.eq(0);
  return f(x.masked_fill(zero, 1)).masked_fill(zero, limit);
};

const [j0, j1, y0, y1] = [calls(() => bessel[0]), calls(() => bessel[1]), calls(() => bessel[2]), calls(() => bessel[3])];
const [i0, i0e, i1, i1e] = [calls(() => bessel[4]), calls(() => bessel[5]), calls(() => bessel[6]), calls(() => bessel[7])];
const [k0, k1] = [calls(() => bessel[8]), calls(() => bessel[9])];

const modified = (order: 0 | 1): Op =>
  special(`modified_bessel_i${order}`, {
    kernel: order === 0 ? 'besselI0' : 'besselI1',
    doc: `The modified Bessel function of the first kind, of order ${order}.`,
    formula: `out = I${order}(input)`,
    gradient: order === 0 ? 'g · I1(input)' : 'g · (I0(input) − I1(input) / input)',
    backward: order === 0 ? (g, s) => g.mul(i1(s.input)) : (g, s) => g.mul(away(s.input, 0.5, (x) => i0(x).sub(i1(x).div(x)))),
  });

const bessel: Op[] = [
  special('bessel_j0', {
    kernel: 'besselJ0',
    inSingle: 'besselJ0Single',
    doc: 'The Bessel function of the first kind, of order 0.',
    formula: 'out = J0(input)',
    gradient: '−g · J1(input)',
    backward: (g, s) => g.mul(j1(s.input)).neg(),
  }),
  special('bessel_j1', {
    kernel: 'besselJ1',
    inSingle: 'besselJ1Single',
    doc: 'The Bessel function of the first kind, of order 1.',
    formula: 'out = J1(input)',
    gradient: 'g · (J0(input) − J1(input) / input)',
    backward: (g, s) => g.mul(away(s.input, 0.5, (x) => j0(x).sub(j1(x).div(x)))),
  }),
  special('bessel_y0', {
    kernel: 'besselY0',
    inSingle: 'besselY0Single',
    doc: 'The Bessel function of the second kind, of order 0.',
    formula: 'out = Y0(input)',
    gradient: '−g · Y1(input)',
    backward: (g, s) => g.mul(y1(s.input)).neg(),
  }),
  special('bessel_y1', {
    kernel: 'besselY1',
    inSingle: 'besselY1Single',
    doc: 'The Bessel function of the second kind, of order 1.',
    formula: 'out = Y1(input)',
    gradient: 'g · (Y0(input) − Y1(input) / input)',
    backward: (g, s) => g.mul(y0(s.input).sub(y1(s.input).div(s.input))),
  }),
  special('i0', {
    gradFn: 'I0Backward0',
    ofHalves: true,
    kernel: 'besselI0',
    doc: 'The modified Bessel function of the first kind, of order 0.',
    formula: 'out = I0(input)',
    gradient: 'g · I1(input)',
    backward: (g, s) => g.mul(i1(s.input)),
  }),
  special('i0e', {
    ofHalves: true,
    kernel: 'besselI0e',
    doc: 'The modified Bessel function of the first kind, of order 0, scaled.',
    formula: 'out = e^−|input| · I0(input)',
    gradient: 'g · (i1e(input) − sign(input) · out)',
    backward: (g, s) => g.mul(i1e(s.input).sub(s.input.sign().mul(s.result))),
  }),
  special('i1', {
    ofHalves: true,
    kernel: 'besselI1',
    doc: 'The modified Bessel function of the first kind, of order 1.',
    formula: 'out = I1(input)',
    gradient: 'g · (I0(input) − out / input)',
    backward: (g, s) => g.mul(away(s.input, 0.5, (x) => i0(x).sub(s.result.div(x)))),
  }),
  special('i1e', {
    ofHalves: true,
    roundsOnce: 'gradient',
    kernel: 'besselI1e',
    doc: 'The modified Bessel function of the first kind, of order 1, scaled.',
    formula: 'out = e^−|input| · I1(input)',
    gradient: 'g · (i0e(input) − out · (sign(input) + 1 / input))',
    backward: (g, s) => g.mul(away(s.input, 0.5, (x) => i0e(x).sub(s.result.mul(x.sign().add(x.reciprocal()))))),
  }),
  special('modified_bessel_k0', {
    kernel: 'besselK0',
    doc: 'The modified Bessel function of the second kind, of order 0.',
    formula: 'out = K0(input)',
    gradient: '−g · K1(input)',
    backward: (g, s) => g.mul(k1(s.input)).neg(),
  }),
  special('modified_bessel_k1', {
    kernel: 'besselK1',
    doc: 'The modified Bessel function of the second kind, of order 1.',
    formula: 'out = K1(input)',
    gradient: '−g · (K0(input) + K1(input) / input)',
    backward: (g, s) => g.mul(k0(s.input).add(k1(s.input).div(s.input))).neg(),
  }),
  modified(0),
  modified(1),
  special('scaled_modified_bessel_k0', {
    kernel: 'besselK0e',
    doc: 'The modified Bessel function of the second kind, of order 0, scaled.',
    formula: 'out = e^input · K0(input)',
  }),
  special('scaled_modified_bessel_k1', {
    kernel: 'besselK1e',
    doc: 'The modified Bessel function of the second kind, of order 1, scaled.',
    formula: 'out = e^input · K1(input)',
  }),
  special('spherical_bessel_j0', {
    kernel: 'sphericalJ0',
    doc: 'The spherical Bessel function of the first kind, of order 0.',
    formula: 'out = sin(input) / input',
  }),
  special('airy_ai', { kernel: 'airyAi', inSingle: 'airyAiSingle', doc: "Airy's function.", formula: 'out = Ai(input)' }),
];

export const besselOps: Op[] = [
  ...bessel,
  op({
    signature: 'i0(Tensor input, *, Tensor? out=None)',
    kind: kind.elementwise(),
    doc: 'The modified Bessel function of the first kind, of order 0.',
    formula: 'out = I0(input)',
    gradient: 'input: g · I1(input)',
    variants: ['function', 'method', 'inplace', 'inplaceFunction'],
    forward: (input) => pointwise('besselI0', [input], { result: 'float' }),
    backward: { input: (g, s) => g.mul(i1(s.input)) },
  }),
];
