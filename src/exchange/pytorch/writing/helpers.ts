/** Small functions for the script where Python's values differ from TypeScript's. Only the used ones are written. */
export const helpers = {
  as_text: `def as_text(value):
    """A value as the model file prints it: 1.0 as 1."""
    if not isinstance(value, float):
        return str(value)
    if not math.isfinite(value):
        return {'nan': 'NaN', 'inf': 'Infinity', '-inf': '-Infinity'}[str(value)]
    if value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    digits, _, exponent = repr(value).partition('e')
    if not exponent:
        return digits
    return format(Decimal(repr(value)), 'f') if -7 < int(exponent) < 21 else f'{digits}e{int(exponent):+d}'`,
  Record: `class Record(dict):
    """Values by name: record.name is record['name'], and None where there is none."""
    def __getattribute__(self, name):
        return self[name] if name in self else super().__getattribute__(name)

    def __getattr__(self, name):
        return None

    __setattr__ = dict.__setitem__`,
  size_of: `def size_of(x):
    """How many items a dict or a set has; of another object, what it calls its size."""
    return len(x) if isinstance(x, (dict, set)) else x.size`,
  as_number: `def as_number(value):
    """A number: 3 as an int, as '3' is one."""
    number = float(value)
    return int(number) if number.is_integer() else number`,
  divide: `def divide(a, b):
    """A division whose result is an int where it is whole."""
    quotient = a / b
    return int(quotient) if isinstance(quotient, float) and quotient.is_integer() else quotient`,
  remainder: `def remainder(a, b):
    """What is left of a division, with the sign of the first."""
    if isinstance(a, torch.Tensor) or isinstance(b, torch.Tensor):
        return a % b
    rest = math.fmod(a, b)
    return int(rest) if isinstance(a, int) and isinstance(b, int) else rest`,
  fixed: `def fixed(value, digits):
    """A number with so many digits; halves are rounded up."""
    return str(Decimal(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))`,
  same: `def same(a, b):
    """Whether a is b: tensors, lists and objects of this program are never compared by what they contain."""
    whole = (torch.Tensor, list, dict, set)
    return a is b if isinstance(a, whole) or isinstance(b, whole) or type(a).__module__ == __name__ else a == b`,
  index_of: `def index_of(items, item):
    """The index of an item, -1 where there is none."""
    return items.index(item) if item in items else -1`,
  without: `def without(given, keys):
    """The entries of a dict but for some."""
    return {key: value for key, value in given.items() if key not in keys}`,
  replaced: `def replaced(value, **changes):
    """A copy of an object with other fields."""
    made = copy.copy(value)
    made.__dict__.update(changes)
    if hasattr(made, '__post_init__'):
        made.__post_init__()
    return made`,
  frozen: `def frozen(value):
    """From now on the fields of an object cannot be assigned."""
    def refuse(_, name, __):
        raise FrozenInstanceError(f"cannot assign to field '{name}'")
    value.__class__ = type(type(value).__name__, (type(value),), {'__setattr__': refuse})`,
  cached: `def cached(value, name):
    """Computes a property of an object once."""
    kept = vars(value).setdefault('_cached', {})
    def once(make):
        if name not in kept:
            kept[name] = make()
        return kept[name]
    return once`,
  fields: `def fields(value):
    """The fields of an object, each with its name."""
    return [SimpleNamespace(name=name) for name in (value if isinstance(value, list) else vars(value))]`,
  abstract: `def abstract(name, methods):
    """What Python says of a class whose methods are not all written."""
    methods = ', '.join(sorted(methods))
    raise TypeError(f"Can't instantiate abstract class {name} with abstract method{'s' if ',' in methods else ''} {methods}")`,
  unpack: `def unpack(values, before, after):
    """The first values, a list of those between, and the last ones."""
    values = list(values)
    end = len(values) - after
    return [*values[:before], values[before:end], *values[end:]]`,
} as const;

export type Helper = keyof typeof helpers;

/** The imports that a helper needs. */
export const needs: Readonly<Partial<Record<Helper, readonly string[]>>> = {
  as_text: ['import math', 'from decimal import Decimal'],
  remainder: ['import math'],
  replaced: ['import copy'],
  fields: ['from types import SimpleNamespace'],
  frozen: ['from dataclasses import FrozenInstanceError'],
  fixed: ['from decimal import Decimal, ROUND_HALF_UP'],
};
