import type { Op } from '../op.js';
import { embeddings } from './embedding.js';
import { normalization } from './normalization.js';
import { kernelActivations } from './activation.js';
import { adaptivePooling } from './adaptivePooling.js';
import { attentions } from './attention.js';
import { fractionalPooling } from './fractional.js';
import { gridSampling } from './gridSample.js';
import { interpolation } from './interpolate.js';
import { unfolding } from './unfold.js';
import { unpooling } from './unpooling.js';
import { batchNorms } from './batchNorm.js';
import { classificationLosses } from './classificationLosses.js';
import { convolutions } from './convolution.js';
import { ctcLosses } from './ctcLoss.js';
import { distances } from './distance.js';
import { dropouts } from './dropout.js';
import { elementwiseLosses } from './elementwiseLosses.js';
import { gates } from './gates.js';
import { linears } from './linear.js';
import { paddings } from './padding.js';
import { pooling } from './pooling.js';
import { rankingLosses } from './rankingLosses.js';
import { recurrent } from './recurrent.js';

/** torch.nn.functional. */
export const nnFunctional: readonly Op[] = [
  ...linears,
  ...convolutions,
  ...paddings,
  ...pooling,
  ...adaptivePooling,
  ...unpooling,
  ...unfolding,
  ...interpolation,
  ...fractionalPooling,
  ...gridSampling,
  ...kernelActivations,
  ...gates,
  ...normalization,
  ...batchNorms,
  ...dropouts,
  ...embeddings,
  ...attentions,
  ...recurrent,
  ...elementwiseLosses,
  ...classificationLosses,
  ...rankingLosses,
  ...ctcLosses,
  ...distances,
];
