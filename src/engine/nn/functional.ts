/** `torch.nn.functional`: the functions of the op list, and the in-place names that PyTorch has beside them. */
export * from '../generated/functional.js';
