/** `torch.utils.data`. */
export { default_collate } from './collate.js';
export { DataLoader } from './dataLoader.js';
export { read_csv } from './readCsv.js';
export { ChainDataset, ConcatDataset, Dataset, IterableDataset, random_split, StackDataset, Subset, TensorDataset } from './dataset.js';
export { BatchSampler, RandomSampler, Sampler, SequentialSampler, SubsetRandomSampler, WeightedRandomSampler } from './samplers.js';

/** A sample without a batch, as `torch.utils.data.default_convert` for tensors and numbers. */
export const default_convert = <T>(data: T): T => data;
/** Always null: loaders have no workers here. */
export const get_worker_info = (): null => null;
