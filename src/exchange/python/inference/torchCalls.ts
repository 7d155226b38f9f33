/** The type that a function of PyTorch returns. */
import { elementOf } from '../program/join.js';
import { BOOL, iterOf, LOW, NEVER, tensor, tupleOf, type DKind, type Type } from '../program/types.js';
import type { Any, Expr } from '../reading/syntax.js';
import type { Facts, Keywords } from './facts.js';
import type { Finders } from './finders.js';
import { instanceOf, isClassName, kindOf, resultOf, samplesOf, type CallTypes } from './library.js';

/** The function that `vjp` returns, which gives a gradient for each input. */
const PULLS = 'torch.func.vjp.of';

export class TorchCalls {
  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  call(path: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const [first = NEVER] = args;
    const name = path.slice(path.lastIndexOf('.') + 1);
    for (const one of [...args, ...keywords.values()]) if (one.k === 'func') this.hook(one, path);
    const call: CallTypes = { args, keywords, dtype: this.dtypeOf(node) };
    const collate = /DataLoader$/.test(path) ? keywords.get('collate_fn') : undefined;
    if (collate?.k === 'func')
      this.finders.calls.bind(
        collate.func,
        collate.self,
        [this.facts.newList(node, samplesOf(keywords.get('dataset') ?? first))],
        new Map(),
      );
    if (isClassName(path)) return instanceOf(path, call);
    if (path === 'torch.func.vjp') return tupleOf(tensor('float'), { k: 'lib', path: PULLS });
    if (path === PULLS || path === 'torch.autograd.grad') return { k: 'tuples', of: tensor('float') };
    if (/random_split$/.test(path))
      return this.facts.newList(node, {
        k: 'inst',
        path: 'torch.utils.data.Subset',
        of: elementOf(
          first.k === 'obj' ? (first.of.method('__getitem__') ? iterOf(first.of.method('__getitem__')!.result) : first) : first,
        ),
      });
    if (/clip_grad_norm_$/.test(path)) return tensor('float');
    if (/stack_module_state$/.test(path)) return tupleOf({ k: 'record', of: tensor('float') }, { k: 'record', of: tensor('float') });
    if (/is_available$|is_grad_enabled$/.test(path)) return BOOL;
    if (/device_count$|get_num_threads$/.test(path)) return LOW;
    if (/^torch\.(no_grad|enable_grad|set_grad_enabled|inference_mode)$/.test(path)) return { k: 'lib', path: 'torch.mode' };
    if (path === 'torch.mode') return first;
    if (isUnknownYet(first, args.length)) return NEVER;
    // not operations: names of Python's types and functions
    if (/^torch\.(cat|concat|stack|hstack|vstack|dstack|column_stack)$/.test(path)) return tensor(kindOf(elementOf(first)));
    // not operations: names of Python's types and functions
    if (/^torch\.(zeros|ones|empty|rand|randn|eye)$/.test(path) && !call.dtype) return tensor('float');
    if (/^torch\.(compile|jit\.script)$/.test(path)) return first;
    if (
      /^torch\.nn\.utils\.(parametrizations\.|parametrize\.)?((weight|spectral)_norm|orthogonal|register_parametrization|remove_\w+)$/.test(
        path,
      )
    ) {
      const made = keywords.get('parametrization') ?? args[2];
      if (made?.k === 'obj') this.ofTensors(made);
      return first;
    }
    const made = resultOf(name, first, call, false);
    // Lists of frequencies and windows are made of the number of their elements.
    const isCount = made.k === 'tensor' && first.k !== 'tensor' && /^torch\.(fft\.|\w+_window$)/.test(path);
    return isCount ? tensor('float') : made;
  }

  /** Notes that PyTorch calls the methods of a parametrization with tensors. */
  private ofTensors(type: Extract<Type, { k: 'obj' }>): void {
    for (const name of ['forward', 'right_inverse']) {
      const method = type.of.method(name);
      if (method?.params.length === 2) this.finders.calls.bind(method, type, [tensor('float')], new Map());
    }
  }

  /** Marks a function that PyTorch will call. */
  hook(type: Extract<Type, { k: 'func' }>, path: string): void {
    type.func.isValue = true;
    if (/^torch\.(func|autograd)\./.test(path) && type.func.params[0])
      for (const param of type.func.params) if (!param.type || param.type.k === 'never') this.facts.set(param, tensor('float'));
  }

  /** The kind of the dtype that a call names. Null when the call names none. */
  dtypeOf(node: Any): DKind | null {
    if (node.nodeType !== 'Call') return null;
    const numbersOf = (one: Expr): DKind | null => {
      const type = this.facts.types.get(one);
      return type?.k === 'dtype' ? type.d : type?.k === 'never' || type?.k === 'any' ? 'any' : null;
    };
    for (const { arg, value } of node.keywords) if (arg === 'dtype') return numbersOf(value);
    const name = node.func.nodeType === 'Attribute' ? node.func.attr : '';
    if (name !== 'to' && name !== 'type') return null;
    for (const one of node.args) {
      const kind = this.facts.types.get(one)?.k === 'dtype' ? numbersOf(one) : null;
      if (kind) return kind;
    }
    return null;
  }
}

/** True when an argument's type is not known yet but a later round may find it. */
const isUnknownYet = (first: Type, count: number): boolean =>
  count > 0 && (first.k === 'never' || (/^(list|tuples|iter)$/.test(first.k) && elementOf(first).k === 'never'));
