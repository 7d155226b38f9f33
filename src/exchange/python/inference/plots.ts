/** The types that matplotlib's functions and methods return, for the part of matplotlib that a model file has. */
import { ANY, NONE, newCell, tupleOf, type Type } from '../program/types.js';
import { numberOf, type Any } from '../reading/syntax.js';

const inst = (name: string, of?: Type): Type => ({ k: 'inst', path: `matplotlib.${name}`, ...(of && { of }) });
const AXES = inst('Axes');
const listOf = (type: Type): Type => ({ k: 'list', cell: newCell(type) });

/** The functions of `tensor-lens/pyplot`. A test compares them with the module's exports. */
export const PYPLOT: ReadonlySet<string> = new Set(
  'figure subplots subplot gcf gca sca plot scatter bar barh hist imshow matshow contour contourf fill_between axhline axvline text annotate semilogy semilogx loglog title suptitle xlabel ylabel xlim ylim xscale yscale xticks yticks axis grid legend colorbar savefig show close clf cla tight_layout subplots_adjust pause ion ioff draw cm rcParams style'.split(
    ' ',
  ),
);

export const isPlot = (type: Type): boolean => type.k === 'inst' && type.path.startsWith('matplotlib.');

/** @param name the name of a function of pyplot, or of a method of a figure or of axes */
export function plotted(name: string, node: Any): Type {
  // not operations: names of matplotlib
  switch (name) {
    case 'figure':
    case 'gcf':
      return inst('Figure');
    case 'gca':
    case 'subplot':
    case 'add_subplot':
      return AXES;
    case 'subplots':
      return tupleOf(inst('Figure'), gridOf(node));
    case 'plot':
    case 'semilogx':
    case 'semilogy':
    case 'loglog':
      return listOf(inst('Artist'));
    case 'hist':
      return tupleOf(ANY, ANY, inst('Artist'));
    case 'flatten':
    case 'ravel':
    case 'flat':
      return listOf(AXES);
    default:
      return /^(scatter|bar|barh|imshow|matshow|contour|contourf|fill_between|axhline|axvline|text|annotate)$/.test(name)
        ? inst('Artist')
        : NONE;
  }
}

/** One pair of axes, a list of them, or a list of rows, depending on the numbers in the call. */
function gridOf(node: Any): Type {
  if (node.nodeType !== 'Call') return ANY;
  const given = (at: number, name: string) => node.args[at] ?? node.keywords.find(({ arg }) => arg === name)?.value;
  const [rows, columns] = [given(0, 'nrows'), given(1, 'ncols')].map((one) => (one ? numberOf(one) : 1));
  if (rows === 1 && columns === 1) return AXES;
  return inst('AxesGrid', rows === 1 || columns === 1 ? AXES : inst('AxesGrid', AXES));
}
