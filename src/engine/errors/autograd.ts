/** Errors about recording and backward, each with PyTorch's message and its detail. */
import { RuntimeError } from '../errors.js';
import { showSizes } from '../sizesText.js';

/**
 * A tensor was changed after it was saved for backward. `origin`: the operation that made the tensor, and the number of its
 * output, where these are known.
 */
export function changedInPlace(
  saved: { sizes: readonly number[]; scalarName: string; version: number; typeName?: string },
  expected: number,
  origin: { output: number; maker: string } | null,
) {
  const made = origin ? `, which is output ${origin.output} of ${origin.maker},` : '';
  return new RuntimeError(
    `one of the variables needed for gradient computation has been modified by an inplace operation: ` +
      `[${saved.typeName ?? typeNameOf(saved.scalarName)} ${showSizes(saved.sizes)}]${made} is at version ${saved.version}; expected version ${expected} instead. ` +
      `Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).`,
    { kind: 'changed', version: saved.version, expected },
  );
}

/** PyTorch's old name of a type; the younger dtypes have none. */
const typeNameOf = (scalarName: string): string =>
  /^(Complex|Bool$)/.test(scalarName) ? `CPU${scalarName}Type` : `torch.${scalarName}Tensor`;

/** A leaf that requires grad, or a view of such a leaf, is changed in place while autograd records. */
export const leafInPlace = (isView: boolean) =>
  new RuntimeError(`a ${isView ? 'view of a ' : ''}leaf Variable that requires grad is being used in an in-place operation.`, {
    kind: 'leaf-inplace',
    isView,
  });

/** What was made in inference mode, where autograd would need it. */
export const inferenceSaved = (): RuntimeError =>
  new RuntimeError(
    'Inference tensors cannot be saved for backward. Please do not use Tensors created in inference mode in computation tracked by autograd. To work around this, you can make a clone to get a normal tensor and use it in autograd, or use `torch.no_grad()` instead of `torch.inference_mode()`.',
  );
export const inferenceInPlace = (): RuntimeError =>
  new RuntimeError(
    'Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal tensor before doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.',
  );
export const inferenceLeaf = (): RuntimeError =>
  new RuntimeError('Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.');

/** A view that was made while nothing was recorded is changed in place while operations are. */
export const unrecordedInPlace = (): RuntimeError =>
  new RuntimeError(
    "A view was created in no_grad mode and is being modified inplace with grad mode enabled. Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and the inplace either both inside the no_grad block (if you don't want the inplace to be tracked) or both outside (if you want the inplace to be tracked).",
  );

/** A view that shows complex numbers in another way is changed in place: the gradient of this change is not implemented. */
export const otherKindInPlace = (): RuntimeError =>
  new RuntimeError(
    'A view that shows complex numbers in another way (view_as_complex, conj), or what it looks into, is ' +
      'changed in place while operations are recorded: its gradient is not implemented here. Make a new tensor instead, such as torch.complex(re, im).',
  );

/** One of several views that `maker` returned together is changed in place, or their base was changed (`isBase`). */
export const viewInPlace = (output: number, maker: string, isBase = false) =>
  new RuntimeError(
    `Output ${output} of ${maker} is a view and ${isBase ? 'its base or another view of its base has been' : 'is being'} modified inplace. This view is the ` +
      'output of a function that returns multiple views. Such functions do not allow the output views to be modified inplace. You ' +
      'should replace the inplace operation by an out-of-place one.',
    { kind: 'view-inplace', output, maker },
  );

/** A tensor that module hooks observe, or a view of it, is changed in place. */
export const hookedInPlace = (output: number, maker: string) =>
  new RuntimeError(
    `Output ${output} of ${maker} is a view and is being modified inplace. This view was created inside a custom Function (or because an ` +
      'input was returned as-is) and the autograd logic to handle view+inplace would override the custom backward associated with the ' +
      'custom Function, leading to incorrect gradients. This behavior is forbidden. You can fix this by cloning the output of the custom Function.',
    { kind: 'view-inplace', output, maker },
  );

/** `backward()` is called on a tensor without history. */
export const noHistory = (element: number) =>
  new RuntimeError(`element ${element} of tensors does not require grad and does not have a grad_fn`, { kind: 'no-history', element });

/** `backward()` without a gradient starts from one number. */
export const notScalar = (sizes: readonly number[]) =>
  new RuntimeError('grad can be implicitly created only for scalar outputs', { kind: 'not-scalar', sizes });

/** A second backward goes through a graph that was freed by the first. */
export const graphFreed = () =>
  new RuntimeError(
    'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). ' +
      'Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you ' +
      'need to backward through the graph a second time or if you need to access saved tensors after calling backward.',
    { kind: 'freed' },
  );
