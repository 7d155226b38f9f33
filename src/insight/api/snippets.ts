import { t } from '../../protocol/l10n.js';

interface Snippet {
  prefix: string;
  detail: string;
  body: string;
}

/** The usual parts of a model. They are offered only in model files; contributed snippets would appear in every TypeScript file. */
export const snippets = (): readonly Snippet[] => [
  { prefix: 'tl-import', detail: t('Import torch'), body: "import * as torch from 'tensor-lens';\n\ntorch.manual_seed(${1:0});\n$0" },
  {
    prefix: 'tl-module',
    detail: t('A module with parameters'),
    body: [
      'class ${1:Net} extends torch.nn.Module {',
      '  ${2:fc} = new torch.nn.Linear(${3:2}, ${4:1});',
      '',
      '  forward(x: torch.Tensor) {',
      '    return this.${2:fc}(x);$0',
      '  }',
      '}',
    ].join('\n'),
  },
  {
    prefix: 'tl-train',
    detail: t('A training loop with an optimizer'),
    body: [
      'const optimizer = new torch.optim.SGD(${1:net}.parameters(), { lr: ${2:0.1} });',
      '',
      'for (let step = 0; step < ${3:100}; step++) {',
      '  const loss = ${4:torch.nn.functional.mse_loss(${1:net}(x), y)};',
      '',
      '  optimizer.zero_grad();',
      '  loss.backward();',
      '  optimizer.step();$0',
      '}',
    ].join('\n'),
  },
  {
    prefix: 'tl-descent',
    detail: t('Gradient descent by hand'),
    body: [
      'for (let step = 0; step < ${1:100}; step++) {',
      '  const loss = ${2:((x * w + b - y) ** 2).mean()};',
      '  loss.backward();',
      '  torch.no_grad(() => {',
      '    ${3:w} -= ${4:0.1} * ${3:w}.grad!;',
      '    ${3:w}.grad!.zero_();',
      '  });$0',
      '}',
    ].join('\n'),
  },
  {
    prefix: 'tl-batches',
    detail: t('Epochs over batches of data'),
    body: [
      'const data = new torch.utils.data.TensorDataset(${1:x}, ${2:y});',
      'const loader = new torch.utils.data.DataLoader(data, { batch_size: ${3:16}, shuffle: true });',
      '',
      'for (let epoch = 0; epoch < ${4:5}; epoch++) {',
      '  for (const [input, target] of loader) {',
      '    const loss = torch.nn.functional.mse_loss(${5:net}(input), target);',
      '',
      '    ${6:optimizer}.zero_grad();',
      '    loss.backward();',
      '    ${6:optimizer}.step();$0',
      '  }',
      '}',
    ].join('\n'),
  },
  {
    prefix: 'tl-eval',
    detail: t('What a trained module makes of new data'),
    body: ['${1:net}.eval();', 'torch.no_grad(() => {', '  const output = ${1:net}(${2:x});', '  console.log(output);$0', '});'].join('\n'),
  },
  { prefix: 'tl-nograd', detail: t('Without gradients'), body: 'torch.no_grad(() => {\n  $0\n});' },
];

/** The text of a snippet with its placeholders filled in. */
export function plainText(body: string): string {
  const inner = body.replace(/\$\{\d+:?((?:[^{}$]|\{[^{}]*\})*)\}|\$\d/g, '$1');
  return inner === body ? body : plainText(inner);
}
