/** `torch.utils.data`. */
export { default_collate } from './collate.js';
export { DataLoader } from './dataLoader.js';
export { read_csv } from '../files/csv.js';
export { ConcatDataset, Dataset, IterableDataset, random_split, Subset, TensorDataset } from './dataset.js';
export { BatchSampler, RandomSampler, SequentialSampler, SubsetRandomSampler, WeightedRandomSampler } from './samplers.js';
