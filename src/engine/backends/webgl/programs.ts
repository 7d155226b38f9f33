import type { TensorInfo } from '@tensorflow/tfjs-core';
import { card, checkCard } from './card.js';
import { functionsFor } from './functions.js';
import { newTexture } from './memory.js';
import { glTexture, shapeOf } from './textures.js';

/** Programs of the card. Each has one text for all shapes: shapes are uniforms. */

/** The most dims that a program can walk, after dims that lie together were merged. */
export const MOST_DIMS = 8;

export interface Program {
  /** The textures that it reads, as the text names them. */
  readonly inputs: readonly string[];
  /** Its uniforms and functions, and `float result(int i)`: the element i. */
  readonly text: string;
}

type Values = Readonly<Record<string, number | readonly number[]>>;

interface Linked {
  program: Parameters<Card['gpgpu']['setProgram']>[0] & object;
  samplers: WebGLUniformLocation[];
  columns: WebGLUniformLocation | null;
  places: Map<string, WebGLUniformLocation | null>;
}
type Card = ReturnType<typeof card>['backend'];

const linked = new Map<string, Linked>();

/** How many programs were compiled. */
export const compiledPrograms = (): number => linked.size;

const textOf = ({ inputs, text }: Program): string => `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
${inputs.map((name) => `uniform sampler2D ${name};`).join('\n')}
uniform int columns;
out vec4 written;
${functionsFor(`fetch ${text}`)}
${text}
void main() {
  written = vec4(result(int(gl_FragCoord.y) * columns + int(gl_FragCoord.x)), 0.0, 0.0, 0.0);
}`;

function link(program: Program): Linked {
  const { gl, backend } = card();
  const shader = gl.createShader(gl.FRAGMENT_SHADER)!;
  const text = textOf(program);
  gl.shaderSource(shader, text);
  gl.compileShader(shader);
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) {
    checkCard();
    throw new Error(`A program for the graphics card could not be compiled: ${gl.getShaderInfoLog(shader) ?? ''}\n${text}`);
  }
  const made = backend.gpgpu.createProgram(shader);
  backend.gpgpu.buildVao(made);
  return {
    program: made,
    samplers: program.inputs.map((name) => gl.getUniformLocation(made, name)!),
    columns: gl.getUniformLocation(made, 'columns'),
    places: new Map(),
  };
}

/** Computes `length` elements into a texture, which the caller owns. @throws RuntimeError when the card is lost */
export function run(program: Program, textures: readonly WebGLTexture[], length: number, ints: Values, floats: Values = {}): TensorInfo {
  const { backend, gl } = card();
  const out = newTexture(length);
  let binary = linked.get(program.text);
  if (!binary) linked.set(program.text, (binary = link(program)));
  const { gpgpu } = backend;
  const [rows, columns] = shapeOf(out);
  gpgpu.setOutputMatrixTexture(glTexture(out), rows, columns);
  gpgpu.setProgram(binary.program);
  gpgpu.bindVertexArray(binary.program.vao);
  // An input that the text does not use has no place.
  textures.forEach((texture, i) => binary.samplers[i] && gpgpu.setInputMatrixTexture(texture, binary.samplers[i], i));
  gl.uniform1i(binary.columns, columns);
  const placeOf = (name: string) => {
    let place = binary.places.get(name);
    if (place === undefined) binary.places.set(name, (place = gl.getUniformLocation(binary.program, name)));
    return place;
  };
  for (const name in ints) gl.uniform1iv(placeOf(name), asList(ints[name]));
  for (const name in floats) gl.uniform1fv(placeOf(name), asList(floats[name]));
  gpgpu.executeProgram();
  return out;
}

const asList = (value: number | readonly number[]): number[] => (typeof value === 'number' ? [value] : (value as number[]));

/** Declares uniforms for a walk along a view: its start and its strides. */
export const walked = (name: string): string => `uniform int ${name}Offset; uniform int ${name}Strides[${MOST_DIMS}];`;

/** Declares uniforms for the number of dims and their sizes. */
export const dims = (name: string): string => `uniform int ${name}Rank; uniform int ${name}Sizes[${MOST_DIMS}];`;

/**
 * Statements that split `i`, a row-major index in the dims of `name`, and add to each variable of `ways` its offset along a
 * view's strides.
 */
export const takeApart = (i: string, name: string, ways: Readonly<Record<string, string>>): string => `
  int rest_${name} = ${i};
  for (int d = ${name}Rank - 1; d >= 0; d--) {
    int next = rest_${name} / ${name}Sizes[d];
    int c = rest_${name} - next * ${name}Sizes[d];
    rest_${name} = next;
    ${Object.entries(ways)
      .map(([variable, view]) => `${variable} += c * ${view}Strides[d];`)
      .join(' ')}
  }`;
