/**
 * The types that functions and methods of libraries return. For a tensor, only the kind of its numbers is known:
 * printing depends on it.
 */
import { elementOf, join } from '../program/join.js';
import {
  ANY,
  BOOL,
  ENDLESS,
  FLOAT,
  inside,
  INT,
  iterOf,
  LOW,
  NEVER,
  newCell,
  NONE,
  SIZE,
  STR,
  tensor,
  tupleOf,
  type DKind,
  type Type,
} from '../program/types.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

// not operations: Python's names whose results are integers
const whole = words(
  'argmax argmin argsort randint randint_like randperm multinomial bincount nonzero searchsorted bucketize count_nonzero long one_hot argwhere LongTensor IntTensor tril_indices triu_indices int short',
);
// not operations: Python's names whose results are booleans
const truths = words(
  'eq ne lt le gt ge isnan isinf isfinite logical_and logical_or logical_not logical_xor isclose any all isin BoolTensor bool greater less greater_equal less_equal not_equal',
);
// not operations: Python's names whose results are floats
const fractions = words(
  'exp exp2 expm1 log log2 log10 log1p sqrt rsqrt sin cos tan tanh sigmoid atan asin acos sinh cosh erf reciprocal softmax log_softmax mean std var norm rand randn rand_like randn_like normal linspace logspace eye float double half dropout cross_entropy mse_loss nll_loss binary_cross_entropy binary_cross_entropy_with_logits cosine_similarity bernoulli true_divide div logsumexp FloatTensor DoubleTensor Tensor l1_loss smooth_l1_loss huber_loss kl_div quantile cdist dist cov corrcoef scaled_dot_product_attention embedding gelu silu layer_norm batch_norm normalize interpolate zeros ones empty hann_window vander nanmean logit logaddexp lerp softplus logsigmoid xavier_uniform_ uniform_ normal_',
);
const lists = words(
  'split chunk unbind tensor_split meshgrid broadcast_tensors hsplit vsplit dsplit split_with_sizes align_tensors atleast_1d',
);
// not operations: names of Python's types and functions
const pairs = words('max min sort topk kthvalue mode median cummax cummin');
// not operations: names of Python's types and functions
const likes = words('zeros_like ones_like empty_like full_like new_zeros new_ones new_empty new_full clone detach');

export interface CallTypes {
  args: readonly Type[];
  keywords: ReadonlyMap<string, Type>;
  /** The kind of the given dtype. */
  dtype: DKind | null;
}

export const kindOf = (type: Type): DKind => {
  const of = type.k === 'opt' ? type.of : type;
  switch (of.k) {
    case 'tensor':
    case 'nested':
      return of.d;
    case 'int':
    case 'range':
    case 'size':
      return 'int';
    case 'float':
      return 'float';
    case 'num':
      return 'float';
    case 'bool':
      return 'bool';
    case 'list':
    case 'tuple':
    case 'tuples':
    case 'iter':
      return kindOf(elementOf(of));
    default:
      return 'any';
  }
};

export function promote(a: DKind, b: DKind): DKind {
  if (a === 'float' || b === 'float') return 'float';
  if (a === 'any' || b === 'any') return 'any';
  return a === 'int' || b === 'int' ? 'int' : 'bool';
}

export const kindOfDtype = (path: string): DKind =>
  // not operations: names of Python's types and functions
  /\.(float\w*|double|half|bfloat16)$/.test(path)
    ? 'float'
    : // not operations: names of Python's types and functions
      /\.(u?int\w*|long|short)$/.test(path)
      ? 'int'
      : /\.bool$/.test(path)
        ? 'bool'
        : 'any';

const PACKED: Type = { k: 'inst', path: 'torch.nn.utils.rnn.PackedSequence' };

/** A tuple of tensors of one kind. */
const tensorsOf = (d: DKind): Type => ({ k: 'tuples', of: tensor(d) });

/**
 * The type that `torch.name(…)` or `x.name(…)` returns. `self` is the tensor, or the first argument.
 * @param isMethod whether the function is a method of the tensor
 */
export function resultOf(name: string, self: Type, call: CallTypes, isMethod: boolean): Type {
  const rest = isMethod ? call.args : call.args.slice(1);
  const first: Type = self;
  const d = kindOf(first);
  const hasDim = rest.some((one) => one.k === 'int') || call.keywords.has('dim');
  if (call.dtype && name !== 'item') return tensor(call.dtype);
  // not operations: names of Python's types and functions
  switch (name) {
    case 'item':
      return d === 'float' ? FLOAT : d === 'int' ? INT : d === 'bool' ? BOOL : { k: 'num', only: null };
    case 'pack_padded_sequence':
    case 'pack_sequence':
      return PACKED;
    case 'tolist':
      return { k: 'nested', d };
    case 'size':
      return rest.length > 0 || call.keywords.has('dim') ? LOW : SIZE;
    case 'stride':
      return rest.length > 0 ? LOW : { k: 'tuples', of: LOW };
    case 'numel':
    case 'nelement':
    case 'dim':
    case 'ndimension':
    case 'storage_offset':
    case 'element_size':
    case 'data_ptr':
    case '__len__':
      return LOW;
    case 'equal':
    case 'allclose':
    case 'is_tensor':
    case 'is_grad_enabled':
    case 'is_contiguous':
    case 'is_floating_point':
    case 'is_available':
    case 'is_nonzero':
      return BOOL;
    case 'backward':
    case 'manual_seed':
    case 'set_printoptions':
    case 'set_num_threads':
    case 'zero_grad':
    case 'step':
      return NONE;
    case 'where':
      return call.args.length >= 3
        ? tensor(promote(kindOf(call.args[1]!), kindOf(call.args[2]!)))
        : isMethod && rest.length === 2
          ? tensor(promote(d, kindOf(rest[1]!)))
          : tensorsOf('int');
    case 'full':
      return tensor(kindOf(call.args[1] ?? call.keywords.get('fill_value') ?? ANY));
    case 'arange':
    case 'range':
      return tensor(call.args.reduce<DKind>((a, b) => promote(a, kindOf(b)), 'int'));
    case 'tensor':
    case 'as_tensor':
    case 'new_tensor':
    case 'scalar_tensor':
      return tensor(kindOf(call.args[0] ?? ANY));
    case 'einsum':
      return tensor(rest.reduce<DKind>((a, b) => promote(a, kindOf(b)), 'bool'));
    case 'sum':
    case 'prod':
    case 'cumsum':
    case 'cumprod':
      return tensor(d === 'bool' ? 'int' : d);
    case 'unique':
      return call.keywords.size > 0
        ? tupleOf(tensor(d), ...[...call.keywords.keys()].filter((one) => /^return_/.test(one)).map(() => tensor('int')))
        : tensor(d);
    case 'matmul':
    case 'mm':
    case 'bmm':
    case 'add':
    case 'sub':
    case 'mul':
    case 'maximum':
    case 'minimum':
    case 'pow':
    case 'dot':
    case 'remainder':
      return tensor(rest.reduce<DKind>((a, b) => promote(a, kindOf(b)), d));
    case 'shape':
      return SIZE;
    case 'default_collate':
      return ANY;
    case 'get_device':
      return INT;
    case 'type':
      return call.args.length === 0 ? STR : tensor('any');
    case 'lstsq':
    case 'svd':
    case 'qr':
    case 'eigh':
      return tensorsOf('float');
    default:
  }
  if (lists.has(name)) return tensorsOf(d);
  if (pairs.has(name)) {
    // not operations: names of Python's types and functions
    if (/sort|topk|kthvalue|mode|cum/.test(name) || hasDim) return tupleOf(tensor(d), tensor('int'));
    return tensor(rest.reduce<DKind>((a, b) => promote(a, kindOf(b)), d));
  }
  if (likes.has(name)) return tensor(d);
  if (whole.has(name)) return tensor('int');
  if (truths.has(name)) return tensor('bool');
  if (fractions.has(name)) return tensor('float');
  return tensor(d);
}

/** True for the dotted name of a class: its last part begins with a capital letter. */
export const isClassName = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return /^[A-Z]/.test(name) || path === 'torch.device';
};

const recurrent = /^torch\.nn\.(LSTM|GRU|RNN|LSTMCell)$/;

/** The type that a call of a library's object returns. */
export function calledInstance(path: string, args: readonly Type[]): Type {
  if (recurrent.test(path)) {
    if (path.endsWith('LSTMCell')) return tupleOf(tensor('float'), tensor('float'));
    const output = args[0]?.k === 'inst' ? args[0] : tensor('float');
    return tupleOf(output, path.endsWith('LSTM') ? tupleOf(tensor('float'), tensor('float')) : tensor('float'));
  }
  if (path === 'torch.nn.MultiheadAttention') return tupleOf(tensor('float'), { k: 'opt', of: tensor('float') });
  if (/^torch\.nn\.(Identity|Flatten|Unflatten|Dropout\w*)$/.test(path)) return args[0] ?? tensor('any');
  if (path.startsWith('torch.nn.')) return tensor('float');
  return ANY;
}

/** The type of a batch, made from the type of a sample. */
export function collated(type: Type): Type {
  switch (type.k) {
    case 'tensor':
      return type;
    case 'int':
    case 'float':
    case 'num':
    case 'bool':
      return tensor(kindOf(type));
    case 'tuple':
      return { k: 'tuple', items: type.items.map(collated) };
    case 'tuples':
      return { k: 'tuples', of: collated(type.of) };
    case 'list':
      return { k: 'list', cell: newCell(collated(inside(type.cell))) };
    case 'str':
      return { k: 'list', cell: newCell(STR) };
    default:
      return ANY;
  }
}

/** The type of an attribute of a library's object. Null for an unknown attribute, which is taken for a method. */
export function instanceAttribute(path: string, name: string): Type | null {
  if (path === 'numpy.dtype') return name === 'name' || name === 'kind' ? STR : name === 'itemsize' ? LOW : null;
  if (/^torch\.nn\./.test(path)) {
    if (/^(weight|bias|running_mean|running_var|data|weight_\w+|bias_\w+)$/.test(name)) return tensor('float');
    if (/(_features|_channels|_size|_dim|num_\w+|_heads|padding|stride|groups)$/.test(name)) return LOW;
    if (name === 'training') return BOOL;
    if (name === 'p' || name === 'eps') return FLOAT;
  }
  if (name === 'param_groups') return { k: 'list', cell: newCell({ k: 'record', of: ANY }) };
  if (name === 'indices' && /Subset$/.test(path)) return { k: 'list', cell: newCell(LOW) };
  if (name === 'dataset') return ANY;
  if (path === 'torch.device' && name === 'type') return STR;
  if (/^torch\.distributions\./.test(path) && /^(mean|stddev|variance|probs|logits|loc|scale)$/.test(name)) return tensor('float');
  return null;
}

/** The type that a method of a library's object returns. */
export function instanceMethod(path: string, name: string, self: Type, call: CallTypes): Type {
  const module: Type = { k: 'inst', path: 'torch.nn.Module' };
  const listOf = (type: Type): Type => ({ k: 'list', cell: newCell(type) });
  if (path === 'io.StringIO') return /^(read|readline|getvalue)$/.test(name) ? STR : name === 'readlines' ? listOf(STR) : LOW;
  switch (name) {
    case 'parameters':
    case 'buffers':
      return iterOf(tensor('float'));
    case 'named_parameters':
    case 'named_buffers':
      return iterOf(tupleOf(STR, tensor('float')));
    case 'modules':
    case 'children':
      return iterOf(module);
    case 'named_modules':
    case 'named_children':
      return iterOf(tupleOf(STR, module));
    case 'state_dict':
      return { k: 'record', of: /optim/.test(path) ? ANY : tensor('float') };
    case 'to':
    case 'train':
    case 'eval':
    case 'apply':
    case 'requires_grad_':
    case 'double':
    case 'float':
    case 'half':
    case 'cpu':
    case 'cuda':
      return self;
    case 'get_last_lr':
      return listOf(FLOAT);
    case 'state':
      return ANY;
    case 'extra_repr':
      return STR;
    case 'zero_grad':
    case 'register_buffer':
      return NONE;
    case 'step':
      return /optim\.\w+$/.test(path) ? (call.args[0]?.k === 'func' ? call.args[0].func.result : NONE) : NONE;
    case 'forward':
      return calledInstance(path, call.args);
    default:
  }
  if (/^torch\.distributions\./.test(path))
    return tensor(
      /Categorical|Bernoulli|Binomial|Poisson/.test(path) && /^r?sample$/.test(name)
        ? /Categorical/.test(path)
          ? 'int'
          : 'float'
        : 'float',
    );
  return ANY;
}

/** The type of a sample of a dataset. */
export const samplesOf = (type: Type): Type =>
  type.k === 'obj' ? (type.of.method('__getitem__')?.result ?? elementOf(type)) : elementOf(type);

/** The type of an object of a library's class. */
export function instanceOf(path: string, call: CallTypes): Type {
  const [first = ANY] = call.args;
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (/^torch\.\w*Tensor$/.test(path)) return tensor(kindOfTensorClass(name));
  if (path === 'torch.nn.Parameter' || path === 'torch.nn.parameter.Parameter')
    return tensor(kindOf(first) === 'any' ? 'float' : kindOf(first));
  if (path === 'torch.Size') return SIZE;
  if (/TensorDataset$/.test(path)) return { k: 'inst', path, of: { k: 'tuple', items: call.args } };
  if (/Subset$/.test(path)) return { k: 'inst', path, of: elementOf(first) };
  if (/DataLoader$/.test(path)) {
    const given = call.keywords.get('dataset') ?? first;
    const collate = call.keywords.get('collate_fn');
    if (collate) return { k: 'inst', path, of: collate.k === 'func' ? collate.func.result : ANY };
    const one = samplesOf(given);
    return { k: 'inst', path, of: collated(one) };
  }
  if (/^torch\.nn\.(Sequential|ModuleList)$/.test(path)) {
    const ofArguments = first.k === 'dict' ? inside(first.cell) : call.args.reduce<Type>((a, b) => join(a, b), NEVER);
    const all = name === 'ModuleList' ? elementOf(first) : ofArguments;
    return { k: 'inst', path, of: all.k === 'never' || all.k === 'any' ? { k: 'inst', path: 'torch.nn.Module' } : all };
  }
  if (/^torch\.optim\.[A-Z]\w+$/.test(path)) return { k: 'inst', path, of: { k: 'record', of: ANY, parts: optionsOf(path, call) } };
  return { k: 'inst', path };
}

/** The options of an optimizer, by name. The optimizer prints them as they were given. */
function optionsOf(path: string, { args, keywords }: CallTypes): ReadonlyMap<string, Type> {
  const parts = new Map<string, Type>([
    ['lr', FLOAT],
    ['eps', FLOAT],
    ['betas', tupleOf(FLOAT, FLOAT)],
  ]);
  if (args[1] && args[1].k !== 'never') parts.set('lr', args[1]);
  for (const [name, type] of keywords) if (name !== '**' && type.k !== 'never' && type.k !== 'tensor') parts.set(name, type);
  if (/LBFGS$/.test(path)) parts.delete('betas');
  // Parameter groups have their own options, which are taken for floats.
  const [groups] = args;
  if (groups?.k === 'list' && inside(groups.cell).k === 'dict')
    for (const name of ['weight_decay', 'momentum']) if (!parts.has(name)) parts.set(name, FLOAT);
  return parts;
}

const kindOfTensorClass = (name: string): DKind =>
  /^(Long|Int|Short|Char|Byte)/.test(name) ? 'int' : /^Bool/.test(name) ? 'bool' : 'float';

/** The type of a library's member, by its dotted name. */
export function libraryValue(path: string): Type {
  if (/^(math|numpy|np|torch)\.(inf|nan)$/.test(path)) return ENDLESS;
  if (/^(math|numpy|np|torch)\.(pi|e|tau)$/.test(path)) return FLOAT;
  // not operations: names of Python's types and functions
  if (/^torch\.(float\d*|double|half|bfloat16|u?int\d*|long|short|bool)$/.test(path)) return { k: 'dtype', d: kindOfDtype(path) };
  if (path === 'torch.__version__' || /^(os\.(sep|linesep)|sys\.platform)$/.test(path)) return STR;
  if (path === 'os.environ') return { k: 'dict', key: newCell(STR), cell: newCell(STR) };
  if (path === 'sys.argv') return { k: 'list', cell: newCell(STR) };
  if (path === 'typing.TYPE_CHECKING') return BOOL;
  if (/^string\.\w+$/.test(path)) return STR;
  if (/^sys\.maxsize$/.test(path)) return LOW;
  return { k: 'lib', path };
}
