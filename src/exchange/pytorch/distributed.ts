/**
 * Turns a script for one process into a script for many, which `torchrun` starts. Each model that an optimizer trains
 * is wrapped in DistributedDataParallel. Each DataLoader gives every process its part of each batch.
 */
import { t } from '../../protocol/l10n.js';
import { childrenOf, parsePython, Source, type Any, type Expr, type Of } from '../python/reading/syntax.js';

const HEAD = `# Started by: torchrun --nproc-per-node N FILE.py
dist.init_process_group('nccl' if torch.cuda.is_available() else 'gloo')
world_size = dist.get_world_size()
device = torch.device('cuda', int(os.environ['LOCAL_RANK'])) if torch.cuda.is_available() else torch.device('cpu')
if dist.get_rank() > 0:
    print = lambda *args, **kwargs: None  # the first process speaks for all
`;
const IMPORTS = `import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data.distributed import DistributedSampler
`;
const FOOT = '\ndist.destroy_process_group()\n';

/** The members that a wrapped model has itself. All others are read from the model inside. */
const OF_WRAPPER = new Set(['parameters', 'named_parameters', 'train', 'eval', 'zero_grad', 'forward', 'training']);

/** The place of a node in the text. */
interface Place {
  lineno?: number;
  col_offset?: number;
  end_lineno?: number;
  end_col_offset?: number;
}

/** A change of the text between two offsets. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/** @returns the script, or a sentence that says why it cannot run in many processes */
export function distributed(script: string): { text: string } | { refusal: string } {
  const source = new Source(script);
  const { lines } = source;
  const starts: number[] = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1);
  const begin = ({ lineno = 1, col_offset = 0 }: Place): number => starts[lineno - 1]! + source.column(lineno, col_offset);
  const end = ({ end_lineno = 1, end_col_offset = 0 }: Place): number =>
    starts[end_lineno - 1]! + source.column(end_lineno, end_col_offset);
  const textOf = (node: Place): string => source.of(node);
  const indent = ({ lineno = 1 }: Place): string => /^\s*/.exec(lines[lineno - 1]!)![0];
  const edits: Edit[] = [];
  const before = (node: Place, line: string): void => {
    const at = starts[(node.lineno ?? 1) - 1]!;
    edits.push({ from: at, to: at, text: `${indent(node)}${line}\n` });
  };
  const after = (node: Place, line: string): void => {
    const at = starts[node.end_lineno ?? 1]!;
    edits.push({ from: at, to: at, text: `${indent(node)}${line}\n` });
  };

  const module = parsePython(script);
  const all = [...everything(module)];
  const calls = all.filter((node): node is Of<'Call'> => node.nodeType === 'Call');
  const trained = new Set(calls.filter(isOptimizer).flatMap((call) => modelsIn(call)));
  const assigned = all.filter(
    (node): node is Of<'Assign'> =>
      node.nodeType === 'Assign' &&
      node.value.nodeType === 'Call' &&
      node.targets[0]?.nodeType === 'Name' &&
      trained.has(node.targets[0].id),
  );
  const models = new Set(assigned.map((node) => (node.targets[0] as Of<'Name'>).id));
  if (models.size === 0)
    return {
      refusal: t('There is no model that an optimizer trains, as in optim.SGD(net.parameters(), …), so there is nothing to distribute.'),
    };
  for (const node of assigned) {
    const { id } = node.targets[0] as Of<'Name'>;
    after(node, `${id} = DistributedDataParallel(${id}.to(device))`);
  }
  for (const node of all)
    if (node.nodeType === 'Attribute' && node.value.nodeType === 'Name' && models.has(node.value.id) && !OF_WRAPPER.has(node.attr))
      edits.push({ from: end(node.value), to: end(node.value), text: '.module' });

  for (const node of all)
    if (node.nodeType === 'Subscript' && node.value.nodeType === 'Name' && models.has(node.value.id))
      edits.push({ from: end(node.value), to: end(node.value), text: '.module' });

  const loaders = calls.filter(({ func }) => nameOf(func) === 'DataLoader');
  for (const call of loaders) {
    const given = (at: number, name: string): Expr | undefined => call.args[at] ?? call.keywords.find(({ arg }) => arg === name)?.value;
    const dataset = given(0, 'dataset');
    if (!dataset || given(3, 'sampler') || given(4, 'batch_sampler'))
      return {
        refusal: t(
          'A DataLoader that says its own order cannot be distributed: leave out its sampler, in line {0} of the script.',
          call.lineno,
        ),
      };
    // A dataset that is made inside the call gets a name, so that it is made only once.
    const holder = dataset.nodeType === 'Name' ? undefined : all.find((node) => node.nodeType === 'Assign' && node.value === call);
    const name = holder?.nodeType === 'Assign' && holder.targets[0]?.nodeType === 'Name' ? `${holder.targets[0].id}_data` : null;
    if (holder && name !== null) before(holder, `${name} = ${textOf(dataset)}`);
    const data = name ?? textOf(dataset);
    const [size, shuffle] = [given(1, 'batch_size'), given(2, 'shuffle')];
    const rest = call.keywords.filter(({ arg }) => !['dataset', 'batch_size', 'shuffle', 'generator'].includes(arg ?? ''));
    const parts = [
      data,
      `batch_size=max(1, ${size ? textOf(size) : '1'} // world_size)`,
      `sampler=DistributedSampler(${data}, shuffle=${shuffle ? textOf(shuffle) : 'False'})`,
      ...rest.map(({ arg, value }) => (arg ? `${arg}=${textOf(value)}` : `**${textOf(value)}`)),
    ];
    edits.push({ from: begin(call), to: end(call), text: `${textOf(call.func)}(${parts.join(', ')})` });
  }
  const named = new Set(
    all.flatMap((node) =>
      node.nodeType === 'Assign' && node.value.nodeType === 'Call' && loaders.includes(node.value) && node.targets[0]?.nodeType === 'Name'
        ? [node.targets[0].id]
        : [],
    ),
  );
  for (const node of all) {
    if (node.nodeType !== 'For') continue;
    const { iter, target, body } = node;
    if (isLoader(iter, named)) {
      const parts = partsOf(loopTarget(iter, target));
      if (parts.length > 0 && body[0]) before(body[0], `${parts.join(', ')} = ${parts.map((name) => `${name}.to(device)`).join(', ')}`);
    }
    // Each epoch has its own order of samples.
    const inner = [...everything(node)].flatMap((one) =>
      one !== node && one.nodeType === 'For' && loaderName(one.iter, named) ? [loaderName(one.iter, named)!] : [],
    );
    if (target.nodeType === 'Name' && body[0] && !isLoader(iter, named))
      for (const name of new Set(inner)) before(body[0], `${name}.sampler.set_epoch(${target.id})`);
  }

  let text = script;
  edits
    .map((edit, i) => ({ ...edit, i }))
    .sort((a, b) => b.from - a.from || b.i - a.i)
    .forEach(({ from, to, text: written }) => (text = text.slice(0, from) + written + text.slice(to)));
  const imports = /^(import torch\n(?:(?:import|from) .*\n)*)/m;
  text = text.replace(imports, (found) => `${found}${IMPORTS}\n${HEAD}`);
  if (!/^import os$/m.test(text))
    text = text.replace(/(^(?:import|from) .*\n)?\nimport torch\n/m, (_, own = '\n') => `${own}import os\n\nimport torch\n`);
  return { text: text.trimEnd() + '\n' + FOOT };
}

/** The models whose parameters an optimizer is given. */
function modelsIn(call: Of<'Call'>): string[] {
  return [...everything(call)].flatMap((node) =>
    node.nodeType === 'Call' &&
    node.func.nodeType === 'Attribute' &&
    /^(named_)?parameters$/.test(node.func.attr) &&
    node.func.value.nodeType === 'Name'
      ? [node.func.value.id]
      : [],
  );
}

const OPTIMIZERS = /^(SGD|Adam\w*|RMSprop|Adagrad|Adadelta|Adafactor|ASGD|LBFGS|Muon|NAdam|RAdam|Rprop|SparseAdam)$/;
const isOptimizer = (call: Of<'Call'>): boolean => OPTIMIZERS.test(nameOf(call.func));

const nameOf = (node: Expr): string => (node.nodeType === 'Attribute' ? node.attr : node.nodeType === 'Name' ? node.id : '');

/** The name of the loader that a loop iterates over, also inside `enumerate`. */
function loaderName(iter: Expr, named: ReadonlySet<string>): string | null {
  if (iter.nodeType === 'Name') return named.has(iter.id) ? iter.id : null;
  const [first] = iter.nodeType === 'Call' && nameOf(iter.func) === 'enumerate' ? iter.args : [];
  return first ? loaderName(first, named) : null;
}
const isLoader = (iter: Expr, named: ReadonlySet<string>): boolean => loaderName(iter, named) !== null;

const loopTarget = (iter: Expr, target: Expr): Expr =>
  iter.nodeType === 'Call' && (target.nodeType === 'Tuple' || target.nodeType === 'List') ? (target.elts[1] ?? target) : target;

/** The names of a batch's parts, if all parts have names. */
function partsOf(target: Expr): string[] {
  if (target.nodeType === 'Name') return [];
  if (target.nodeType !== 'Tuple' && target.nodeType !== 'List') return [];
  const names = target.elts.map((one) => (one.nodeType === 'Name' ? one.id : ''));
  return names.every((name) => name !== '' && name !== '_') ? names : [];
}

function* everything(node: Any): Generator<Any> {
  yield node;
  for (const part of childrenOf(node)) yield* everything(part);
}
