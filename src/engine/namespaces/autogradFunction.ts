/** `torch.autograd.function`. */
export { Function, FunctionContext as FunctionCtx, once_differentiable } from '../autograd/function.js';
