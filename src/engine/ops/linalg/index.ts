import type { Op } from '../op.js';
import { conditions } from './cond.js';
import { determinantOps } from './det.js';
import { eigen } from './eig.js';
import { symmetric } from './eigh.js';
import { matrixFunctions } from './functions.js';
import { lus } from './luFactors.js';
import { pseudo } from './pseudo.js';
import { qrs } from './qr.js';
import { solving } from './solve.js';
import { svds } from './svd.js';
import { ldls } from './ldlFactors.js';
import { lowRanks } from './lowRank.js';
import { cholesky } from './triangular.js';

/** `torch.linalg` and the related older functions, without norms. */
export const linalg: Op[] = [
  ...cholesky,
  ...lus,
  ...ldls,
  ...solving,
  ...determinantOps,
  ...qrs,
  ...symmetric,
  ...eigen,
  ...svds,
  ...lowRanks,
  ...pseudo,
  ...conditions,
  ...matrixFunctions,
];
