/** All distributions. */
export { Distribution } from './distribution.js';
export { ExponentialFamily } from './exponentialFamily.js';
export { Cauchy, GeneralizedPareto, Laplace, Normal, Uniform } from './locationScale.js';
export { Chi2, Exponential, FisherSnedecor, Gamma, StudentT } from './gammas.js';
export { Bernoulli, Binomial, Geometric, LogitRelaxedBernoulli, NegativeBinomial, Poisson } from './probability.js';
export { Categorical, ExpRelaxedCategorical, Multinomial, OneHotCategorical, OneHotCategoricalStraightThrough } from './categorical.js';
export { Beta, Dirichlet } from './dirichlet.js';
export { ContinuousBernoulli } from './continuousBernoulli.js';
export { LowRankMultivariateNormal, MultivariateNormal } from './multivariate.js';
export { LKJCholesky, Wishart } from './matrices.js';
export { VonMises } from './vonMises.js';
export { Independent, MixtureSameFamily } from './composite.js';
export { TransformedDistribution } from './transformed.js';
export {
  Gumbel,
  HalfCauchy,
  HalfNormal,
  InverseGamma,
  Kumaraswamy,
  LogisticNormal,
  LogNormal,
  Pareto,
  RelaxedBernoulli,
  RelaxedOneHotCategorical,
  Weibull,
} from './transformedFamilies.js';
