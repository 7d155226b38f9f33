/** `torch.copy`: Python's module `copy`, for those who look for it beside what it copies. */
export { copy, deepcopy } from '../python/copy.js';
