import { t } from '../../protocol/l10n.js';

export interface Template {
  label: string;
  detail: string;
  /** The name of a file in media/templates. */
  file: string;
}

/** The choices of `Tensor Lens: New Model`. */
export const templates = (): readonly Template[] => [
  { label: t('Empty'), detail: t('A tensor to begin with'), file: 'empty.txt' },
  { label: t('Linear Regression'), detail: t('f(x) = wx + b by gradient descent'), file: 'linear-regression.txt' },
  { label: t('Classifier'), detail: t('A small network with cross-entropy'), file: 'classifier.txt' },
  { label: t('Convolutional Network'), detail: t('Convolution and pooling on images it makes itself'), file: 'convolutional-network.txt' },
];
