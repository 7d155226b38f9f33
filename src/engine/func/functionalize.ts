/** `torch.func.functionalize`: the function itself. */
import { RuntimeError } from '../errors.js';

/**
 * Returns a function with the same results. PyTorch's one takes changes in place (and, with `remove:
 * 'mutations_and_views'`, views) out of what a compiler sees; nothing is compiled here.
 * @throws RuntimeError for another value of `remove`
 */
export function functionalize<Arguments extends unknown[], Result>(
  func: (...args: Arguments) => Result,
  { remove = 'mutations' }: { remove?: 'mutations' | 'mutations_and_views' } = {},
): (...args: Arguments) => Result {
  if (!['mutations', 'mutations_and_views'].includes(remove))
    throw new RuntimeError(
      `functionalize(f, remove='mutations'): received invalid argument for remove=${String(remove)}. Valid options are:\n     remove='mutations': all inplace and out= operators will be removed from the program, and replaced with their out-of-place equivalents.\n     remove='mutations_and_views': In addition to the above, all aliasing operators {ops} will be removed from the program, and replaced with their {ops}_copy equivalents.`,
    );
  return (...args) => func(...args);
}
