import type { CsvOptions } from '../files/csvOptions.js';
import { lateCode } from '../ops/later.js';
import type { Tensor } from '../tensor/tensor.js';

/**
 * Reads a table of numbers beside the model file: a tensor of size [rows, columns]. PyTorch has no such function; the name
 * comes from pandas' `read_csv`. Empty lines are skipped, an empty field is NaN, and fields may be in double quotes.
 *
 * `const x = await torch.utils.data.read_csv('points.csv', { columns: ['x', 'y'] });`
 *
 * @throws FileNotFoundError; ValueError, with the line, for a field that is no number or does not fit the dtype, for rows of
 * different length, and for a first row that mixes names and numbers
 */
export async function read_csv(path: string, options: CsvOptions = {}): Promise<Tensor> {
  return lateCode().readCsv(path, options);
}
