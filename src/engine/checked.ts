/**
 * Checks the arguments of functions and methods that are no operations and have no signature in their class: functions of
 * `torch` and its namespaces, and methods. They are compared with signatures here. So a wrong argument gets Python's error
 * message, and never a JavaScript error from deep inside. This file also defines the argument types that only classes and
 * functions take.
 */
import './install.js';
import { GradScaler } from './amp/gradScaler.js';
import { Generator } from './random/generator.js';
import { ConcatDataset, StackDataset, Subset, TensorDataset } from './data/dataset.js';
import { Device } from './device.js';
import { getDefaultDType } from './dtype.js';
import { TypeError_ } from './errors.js';
import { empty, tensor } from './generated/torch.js';
import { checkArguments, checkedBy, positional } from './nn/arguments.js';
import { Module } from './nn/module.js';
import { AdaptiveLogSoftmaxWithLoss } from './nn/modules/adaptiveSoftmax.js';
import { ModuleDict, ModuleList, Sequential } from './nn/modules/container.js';
import { ParameterDict, ParameterList } from './nn/modules/parameterContainers.js';
import { PackedSequence } from './nn/utils/packedSequence.js';
import {
  BasePruningMethod,
  CustomFromMask,
  Identity,
  L1Unstructured,
  LnStructured,
  PruningContainer,
  RandomStructured,
  RandomUnstructured,
} from './nn/utils/pruningMethods.js';
import { accept, isPlainObject } from './ops/signature.js';
import { ChainedScheduler, SequentialLR } from './optim/lrScheduler/composite.js';
import { ReduceLROnPlateau } from './optim/lrScheduler/plateau.js';
import { LRScheduler } from './optim/lrScheduler/scheduler.js';
import { Optimizer, ParameterWise } from './optim/optimizer.js';
import { Size } from './shape.js';
import { Tensor } from './tensor/tensor.js';

type Class = new (...args: never[]) => object;

const isObject = (v: unknown): v is object => typeof v === 'object' && v !== null;
const isIterable = (v: unknown): boolean => isObject(v) && Symbol.iterator in v;
const isScheduler = (v: unknown): boolean =>
  v instanceof LRScheduler || v instanceof SequentialLR || v instanceof ChainedScheduler || v instanceof ReduceLROnPlateau;

accept('function', (v) => typeof v === 'function');
accept('dict', isPlainObject);
// A program's own maps come from another realm.
accept('Map', (v) => Object.prototype.toString.call(v) === '[object Map]');
accept('Device', (v) => v instanceof Device);
accept('Module', (v) => v instanceof Module);
accept('Generator', (v) => v instanceof Generator);
accept('PackedSequence', (v) => v instanceof PackedSequence);
accept('Optimizer', (v) => v instanceof Optimizer);
accept('Sized', (v) => Array.isArray(v) || (isObject(v) && typeof (v as { length?: unknown }).length === 'number'));
accept('Sampler', isIterable);
accept('dict[Tensor]', (v) => isPlainObject(v) && Object.values(v).every((e) => e instanceof Tensor));
accept('LRScheduler', (v) => v instanceof LRScheduler);
accept('Scheduler', isScheduler);
accept('Size', (v) => Array.isArray(v) && v.every((e) => e === null || Number.isInteger(e)));

const tensors = 'Tensor|Tensor[]';
const derivatives = (more = '') => `(function func, ${tensors} inputs, *, bool create_graph=False, bool strict=False${more})`;
const products = `(function func, ${tensors} inputs, ${tensors}? v=None, *, bool create_graph=False, bool strict=False)`;
const argnums = "(function func, int|int[] argnums=0, *, bool has_aux=False, int? chunk_size=None, str randomness='error')";
const gradientsOf = '(function func, int|int[] argnums=0, *, bool has_aux=False)';
const checkOptions =
  'float eps=1e-06, float atol=1e-05, float rtol=0.001, bool raise_exception=True, bool check_undefined_grad=True, float nondet_tol=0.0, bool check_batched_grad=False, bool fast_mode=False';

/** Signatures by their paths below `torch`. */
const functions: Readonly<Record<string, string>> = {
  no_grad: '(function body)',
  enable_grad: '(function body)',
  inference_mode: '(function body)',
  set_grad_enabled: '(bool mode, function? body=None)',
  'autograd.set_grad_enabled': '(bool mode, function? body=None)',
  'nn.attention.sdpa_kernel': '(any backends, function body)',
  finfo: '(dtype? type=None)',
  iinfo: '(dtype type)',
  is_floating_point: '(Tensor input)',
  is_complex: '(Tensor input)',
  is_conj: '(Tensor input)',
  is_neg: '(Tensor input)',
  is_same_size: '(Tensor input, Tensor other)',
  get_device: '(Tensor input)',
  detach_: '(Tensor input)',
  index_put_: '(Tensor input, any[] indices, any values, bool accumulate=False)',
  resize_as_: '(Tensor input, Tensor the_template)',
  dropout_: '(Tensor input, float p, bool train)',
  alpha_dropout_: '(Tensor input, float p, bool train)',
  feature_dropout_: '(Tensor input, float p, bool train)',
  feature_alpha_dropout_: '(Tensor input, float p, bool train)',
  rrelu_: '(Tensor input, float lower=0.125, float upper=0.3333333333333333, bool training=False)',
  embedding_renorm_: '(Tensor input, Tensor indices, float max_norm, float norm_type)',
  is_nonzero: '(Tensor input)',
  numel: '(Tensor input)',
  set_default_dtype: '(dtype d)',
  promote_types: '(dtype type1, dtype type2)',
  result_type: '(Tensor|Scalar tensor1, Tensor|Scalar tensor2)',
  can_cast: '(dtype from_, dtype to)',
  broadcast_tensors: '(Tensor... tensors)',
  'autograd.backward': `(${tensors} tensors, Tensor|any[]? gradients=None, *, bool? retain_graph=None, bool create_graph=False, ${tensors}? inputs=None)`,
  'autograd.grad': `(${tensors} outputs, ${tensors} inputs, Tensor|any[]? grad_outputs=None, *, bool? retain_graph=None, bool create_graph=False, bool only_inputs=True, bool? allow_unused=None, bool is_grads_batched=False, bool materialize_grads=False)`,
  'autograd.gradcheck': `(function func, ${tensors} inputs, *, ${checkOptions})`,
  'autograd.gradgradcheck': `(function func, ${tensors} inputs, ${tensors}? grad_outputs=None, *, ${checkOptions})`,
  'autograd.detect_anomaly': '(function body)',
  'autograd.set_detect_anomaly': '(bool mode)',
  'autograd.graph.saved_tensors_hooks': '(function pack_hook, function unpack_hook, function body)',
  'autograd.graph.disable_saved_tensors_hooks': '(str error_message, function body)',
  'autograd.functional.jacobian': derivatives(", bool vectorize=False, str strategy='reverse-mode'"),
  'autograd.functional.hessian': derivatives(),
  'autograd.functional.vjp': products,
  'autograd.functional.jvp': products,
  'autograd.functional.vhp': products,
  'autograd.functional.hvp': products,
  'func.grad': gradientsOf,
  'func.grad_and_value': gradientsOf,
  'func.functionalize': "(function func, *, str remove='mutations')",
  'func.vjp': '(function func, any... primals)',
  'func.jvp': '(function func, any primals, any tangents, *, bool has_aux=False)',
  'func.jacrev': argnums,
  'func.jacfwd': argnums,
  'func.hessian': '(function func, int argnums=0)',
  'func.functional_call': '(Module module, dict[Tensor]|dict[Tensor][] values, any args)',
  'func.linearize': '(function func, Tensor... primals)',
  'autograd.forward_ad.dual_level': '(function body)',
  'autograd.forward_ad.make_dual': '(Tensor tensor, Tensor tangent)',
  'autograd.forward_ad.unpack_dual': '(Tensor tensor)',
  'random.fork_rng': '(function body)',
  'random.manual_seed': '(int seed)',
  is_signed: '(Tensor input)',
  is_inference: '(Tensor input)',
  index_put: '(Tensor input, any[] indices, Tensor|Scalar values, bool accumulate=False)',
  asarray: '(any obj, *, dtype? dtype=None, bool? copy=None)',
  is_autocast_enabled: "(str device_type='cuda')",
  get_autocast_dtype: '(str device_type)',
  set_autocast_enabled: '(str device_type, bool enabled)',
  set_autocast_dtype: '(str device_type, dtype dtype)',
  set_autocast_cache_enabled: '(bool enabled)',
  'amp.is_autocast_available': '(str device_type)',
  set_num_threads: '(int count)',
  set_num_interop_threads: '(int count)',
  set_float32_matmul_precision: '(str precision)',
  use_deterministic_algorithms: '(bool mode)',
  'nn.utils.prune.identity': '(Module module, str name)',
  'nn.utils.prune.random_unstructured': '(Module module, str name, float amount)',
  'nn.utils.prune.l1_unstructured': '(Module module, str name, float amount, Tensor? importance_scores=None)',
  'nn.utils.prune.random_structured': '(Module module, str name, float amount, int dim)',
  'nn.utils.prune.ln_structured': '(Module module, str name, float amount, float|str n, int dim, Tensor? importance_scores=None)',
  'nn.utils.prune.custom_from_mask': '(Module module, str name, Tensor mask)',
  'nn.utils.prune.global_unstructured': '(any[] parameters, function pruning_method, *, float amount, any importance_scores=None)',
  'nn.utils.prune.remove': '(Module module, str name)',
  'nn.utils.prune.is_pruned': '(Module module)',
  'utils.checkpoint.checkpoint_sequential':
    '(any functions, int segments, any input, bool? use_reentrant=None, *, bool preserve_rng_state=True, str? determinism_check=None, bool debug=False, bool early_stop=True)',
  'nn.init.calculate_gain': '(str nonlinearity, any param=None)',
  'utils.data.default_collate': '(any[] batch)',
  'distributions.kl_divergence': '(Distribution p, Distribution q)',
};

/** A function as programs get it: its arguments are checked here, unless the function checks them itself. */
export function checkedFunction(path: string, run: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  const signature = functions[path];
  return signature === undefined ? run : checkedBy(path.slice(path.lastIndexOf('.') + 1) + signature, run);
}

/** Classes whose constructors do not read their arguments by their own signature. */
const constructors: Readonly<Record<string, string>> = {
  Generator: '(int seed=0)',
  'nn.Parameter': '(Tensor data, bool requires_grad=True)',
  'nn.UninitializedParameter': '(bool requires_grad=True, dtype? dtype=None)',
  'nn.UninitializedBuffer': '(dtype? dtype=None)',
  'autograd.forward_ad.UnpackedDualTensor': '(Tensor primal, Tensor? tangent)',
  'utils.data.StackDataset': '(any... args)',
  'utils.data.ChainDataset': '(any[] datasets)',
  'nn.utils.prune.PruningContainer': '(any... args)',
  'nn.utils.prune.RandomUnstructured': '(float amount)',
  'nn.utils.prune.L1Unstructured': '(float amount)',
  'nn.utils.prune.RandomStructured': '(float amount, int dim=-1)',
  'nn.utils.prune.LnStructured': '(float amount, float|str n, int dim=-1)',
  'nn.utils.prune.CustomFromMask': '(Tensor mask)',
  'nn.Sequential': '(Module|dict|Map... args)',
  'nn.ModuleList': '(Iterable[Module]? modules=None)',
  'nn.ParameterList': '(Iterable[Tensor]? values=None)',
  'nn.ParameterDict': '(dict[Tensor]? parameters=None)',
  'nn.utils.rnn.PackedSequence': '(Tensor data, Tensor batch_sizes, Tensor? sorted_indices=None, Tensor? unsorted_indices=None)',
  'utils.data.TensorDataset': '(Tensor... tensors)',
  'utils.data.ConcatDataset': '(any[] datasets)',
  ...transforms('distributions.'),
  ...transforms('distributions.transforms.'),
};

/** The constructors of transforms, which exist at two paths. */
function transforms(path: string): Record<string, string> {
  const plain = 'Transform Exp Sigmoid Softplus Tanh Abs Softmax StickBreaking LowerCholesky CorrCholesky PositiveDefinite'.split(' ');
  const own: Record<string, string> = {
    ...Object.fromEntries(plain.map((name) => [name, '(int cache_size=0)'])),
    Compose: '(list[Transform] parts, int cache_size=0)',
    Independent: '(Transform base_transform, int reinterpreted_batch_ndims, int cache_size=0)',
    Power: '(Tensor|Scalar exponent, int cache_size=0)',
    Affine: '(Tensor|Scalar loc, Tensor|Scalar scale, int event_dim=0, int cache_size=0)',
    CumulativeDistribution: '(Distribution distribution, int cache_size=0)',
    Reshape: '(int[] in_shape, int[] out_shape, int cache_size=0)',
    Cat: '(list[Transform] tseq, int dim=0, int[]? lengths=None, int cache_size=0)',
    Stack: '(list[Transform] tseq, int dim=0, int cache_size=0)',
  };
  return Object.fromEntries(
    Object.entries(own).map(([name, signature]) => [`${path}${name === 'Transform' ? name : `${name}Transform`}`, signature]),
  );
}

/** For some classes, how the arguments become an object without the class's constructor. */
const makers: Readonly<Record<string, (args: unknown[]) => object>> = {
  Tensor: ofLegacyType,
  Size: (args) => Size.fromSizes((checkArguments('Size(int[] sizes=[])', args) as [number[]])[0]),
  dtype: () => {
    throw new TypeError_("cannot create 'torch.dtype' instances");
  },
};

/**
 * As `torch.Tensor(...)`: makes a tensor from the elements of a list, or with a size. Its dtype is float32, unless another
 * default is set.
 */
function ofLegacyType(args: unknown[]): Tensor {
  const [first] = args;
  if (first instanceof Tensor) return first.detach();
  if (Array.isArray(first)) return tensor(first as number[], { dtype: getDefaultDType() });
  return empty(checkArguments('Tensor(int... size)', args)[0] as number[]);
}

/** Makes an object of a class for a program; its arguments are checked. */
export function construct(path: string, given: Class, args: unknown[], target: Class): object {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (Object.hasOwn(makers, path)) return makers[path](args);
  const all = Object.hasOwn(constructors, path) ? positional(name + constructors[path], args) : args;
  return Reflect.construct(given, all, target) as object;
}

/** Checks methods in place: wraps the methods of the prototype. */
function check({ prototype }: { prototype: object }, ...signatures: string[]): void {
  const methods = prototype as Record<string, (...args: unknown[]) => unknown>;
  for (const signature of signatures) {
    const name = signature.slice(0, signature.indexOf('('));
    const checked = checkedBy(signature, methods[name]);
    Object.defineProperty(prototype, name, { value: checked, writable: true, configurable: true });
  }
}

check(
  Tensor,
  'size(int? dim=None)',
  'stride(int? dim=None)',
  'at(int... indices)',
  'requires_grad_(bool requires_grad=True)',
  `backward(Tensor? gradient=None, *, bool? retain_graph=None, bool create_graph=False, ${tensors}? inputs=None)`,
  'register_hook(function hook)',
  'index_put_(any[] indices, any value, bool accumulate=False)',
  'resize_(int... size)',
  'resize_as_(Tensor the_template)',
  'index_put(any[] indices, any value, bool accumulate=False)',
  'apply_(function callable)',
  'map_(Tensor tensor, function callable)',
  'register_post_accumulate_grad_hook(function hook)',
);
check(AdaptiveLogSoftmaxWithLoss, 'forward(Tensor input, Tensor target)', 'log_prob(Tensor input)', 'predict(Tensor input)');
check(
  Module,
  'parameters(bool recurse=True)',
  "named_parameters(str prefix='', bool recurse=True)",
  'buffers(bool recurse=True)',
  "named_buffers(str prefix='', bool recurse=True)",
  "named_modules(str prefix='', any memo=None)",
  'add_module(str name, Module? module)',
  'register_module(str name, Module? module)',
  'get_submodule(str target)',
  'get_parameter(str target)',
  'get_buffer(str target)',
  'load_state_dict(dict state_dict, bool strict=True, bool assign=False)',
  'requires_grad_(bool requires_grad=True)',
  'zero_grad(bool set_to_none=False)',
  'apply(function fn)',
  'to(dtype|str|Device|Tensor|dict target, dtype? dtype=None)',
  'register_forward_pre_hook(function hook, *, bool prepend=False, bool with_kwargs=False)',
  'register_forward_hook(function hook, *, bool prepend=False, bool with_kwargs=False)',
  'register_full_backward_hook(function hook, bool prepend=False)',
  'register_full_backward_pre_hook(function hook, bool prepend=False)',
);
for (const Row of [Sequential, ModuleList]) {
  check(
    Row,
    'at(int index)',
    'append(Module module)',
    'extend(Iterable[Module] modules)',
    'insert(int index, Module module)',
    'pop(int index=-1)',
  );
}
check(
  BasePruningMethod,
  'apply_mask(Module module)',
  'prune(Tensor t, Tensor? default_mask=None, Tensor? importance_scores=None)',
  'remove(Module module)',
);
for (const Method of [CustomFromMask, Identity, L1Unstructured, LnStructured, PruningContainer, RandomStructured, RandomUnstructured])
  check(Method, 'compute_mask(Tensor t, Tensor default_mask)');
check(ModuleDict, 'get(str key)', 'has(str key)', 'pop(str key)');
check(ParameterDict, 'get(str key)', 'update(dict[Tensor] parameters)');
check(ParameterList, 'append(Tensor value)', 'extend(Iterable[Tensor] values)');
check(Optimizer, 'load_state_dict(dict state_dict)', 'zero_grad(bool set_to_none=False)', 'add_param_group(dict param_group)');
check(ParameterWise, 'step(function? closure=None)', 'register_step_pre_hook(function hook)', 'register_step_post_hook(function hook)');
for (const Scheduler of [LRScheduler, SequentialLR, ChainedScheduler, ReduceLROnPlateau])
  check(Scheduler, 'load_state_dict(dict state_dict)');
check(LRScheduler, 'step(int? epoch=None)');
check(ReduceLROnPlateau, 'step(Tensor|float metrics)');
check(Generator, 'manual_seed(int seed)');
check(GradScaler, 'step(Optimizer optimizer)', 'unscale_(Optimizer optimizer)', 'load_state_dict(dict state_dict)');
for (const Samples of [TensorDataset, Subset, ConcatDataset, StackDataset]) check(Samples, 'get(int index)');
