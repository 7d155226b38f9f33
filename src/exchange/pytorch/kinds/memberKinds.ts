import { ANY, either, elementOf, type Kind, listOf, NEVER, simple } from './kind.js';

/** The kind that a method of a JavaScript list, string, map or set returns. Null for a method that they do not have. */
export function builtinMethod(
  kind: Kind,
  name: string,
  argument: (index: number) => Kind | undefined,
  callback: (index: number) => Kind,
): Kind | null {
  if (kind.is === 'str') return ofText(name);
  if (kind.is === 'map') {
    if (name === 'get') return kind.of;
    if (name === 'keys') return listOf(kind.key);
    if (name === 'values') return listOf(kind.of);
    return name === 'entries' ? listOf(listOf(ANY, [kind.key, kind.of])) : name === 'has' ? simple('bool') : null;
  }
  if (kind.is === 'set') return name === 'has' ? simple('bool') : name === 'values' ? listOf(kind.of) : null;
  const isList = kind.is === 'list';
  const element = elementOf(kind, null);
  switch (name) {
    case 'map':
      return listOf(callback(0));
    case 'flatMap':
      return listOf(elementOf(callback(0), null));
    case 'filter':
      return listOf(element);
    case 'reduce':
      return argument(1) ? either(argument(1)!, callback(0)) : element;
    case 'join':
    case 'toFixed':
    case 'toPrecision':
    case 'toString':
    case 'toUpperCase':
    case 'toLowerCase':
    case 'padStart':
    case 'padEnd':
    case 'trim':
      return simple('str');
    case 'indexOf':
    case 'findIndex':
    case 'lastIndexOf':
    case 'charCodeAt':
      return simple('int');
    case 'includes':
    case 'some':
    case 'every':
    case 'startsWith':
    case 'endsWith':
      return simple('bool');
    default:
  }
  if (!isList) return null;
  // not operations: methods of arrays
  if (/^(slice|reverse|sort|toSorted|toReversed|fill|values)$/.test(name))
    return name === 'fill' ? listOf(either(element, argument(0) ?? NEVER)) : listOf(element);
  if (name === 'concat') return listOf(either(element, elementOf(argument(0) ?? NEVER, null)));
  if (/^(pop|shift|at|find|findLast)$/.test(name)) return element;
  if (name === 'flat') return listOf(elementOf(element, null));
  if (name === 'entries') return listOf(listOf(ANY, [simple('nat'), element]));
  return name === 'keys' ? listOf(simple('nat')) : null;
}

function ofText(name: string): Kind {
  if (name === 'split') return listOf(simple('str'));
  if (/^(indexOf|lastIndexOf|search|localeCompare)$/.test(name)) return simple('int');
  if (/^(charCodeAt|codePointAt)$/.test(name)) return simple('nat');
  return /^(startsWith|endsWith|includes)$/.test(name) ? simple('bool') : name === 'match' ? ANY : simple('str');
}

/**
 * The kind of a member of PyTorch that is not a tensor. Null where the name does not tell. `of` is the name of a
 * tensor's member, or a path in the library.
 * @param isCalled true when the member is called
 */
export function tensorMember(of: string, isCalled: boolean): Kind | null {
  const name = of.slice(of.lastIndexOf('.') + 1);
  if (isCalled) {
    if (name === 'item') return simple('number');
    if (name === 'tolist') return listOf(ANY);
    if (/^(numel|nelement|dim|ndimension|element_size)$/.test(name)) return simple('nat');
    if (/^(size|stride)$/.test(name)) return simple('nat');
    if (/^is_\w+$|^(equal|allclose)$/.test(name)) return simple('bool');
    if (/^(parameters|buffers)$/.test(name)) return listOf(simple('tensor'));
    if (/^(children|modules)$/.test(name)) return listOf(simple('module'));
    if (/^named_(parameters|buffers)$/.test(name)) return listOf(listOf(ANY, [simple('str'), simple('tensor')]));
    if (/^named_(children|modules)$/.test(name)) return listOf(listOf(ANY, [simple('str'), simple('module')]));
    // The arguments decide whether the result is one tensor or several.
    if (
      // not operations: words of a translation that give several tensors
      /^(max|min|sort|topk|kthvalue|mode|median|unique|unbind|split|chunk|grad|meshgrid|std_mean|var_mean|svd|eigh?|qr|where|nonzero)$/.test(
        name,
      )
    )
      return simple('torch');
    // not operations: words of a translation that give a tensor
    return of === name && /^[a-z]\w*$/.test(name) && /^(sum|mean|view|sigmoid|exp|log|sqrt|detach|clone|float|to|backward)$/.test(name)
      ? simple('tensor')
      : null;
  }
  if (name === 'ndim') return simple('nat');
  if (name === 'param_groups') return listOf({ is: 'dict', of: ANY });
  if (name === 'shape') return listOf(simple('nat'));
  if (/^(requires_grad|is_leaf|training)$/.test(name)) return simple('bool');
  return /^(grad|T|mT|data|real|imag|weight|bias)$/.test(name) ? simple('tensor') : null;
}
