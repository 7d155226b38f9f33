/** `torch.distributions.transforms`. */
export { ComposeTransform, identity_transform, IndependentTransform, Transform } from './transform.js';
export {
  AbsTransform,
  AffineTransform,
  CumulativeDistributionTransform,
  ExpTransform,
  PowerTransform,
  SigmoidTransform,
  SoftplusTransform,
  TanhTransform,
} from './elementwise.js';
export {
  CorrCholeskyTransform,
  LowerCholeskyTransform,
  PositiveDefiniteTransform,
  ReshapeTransform,
  SoftmaxTransform,
  StickBreakingTransform,
} from './vectors.js';
export { CatTransform, StackTransform } from './parts.js';
