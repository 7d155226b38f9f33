const LONG = 60;

/** The arguments of a call that are not tensors, as PyTorch would print them: `dim=1, keepdim=True`. */
export const showAttributes = (attributes: Readonly<Record<string, unknown>>): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) => `${name}=${shortened(showValue(name === 'dim' && Array.isArray(value) && value.length === 1 ? value[0] : value))}`,
    )
    .join(', ');

function showValue(value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'True' : 'False';
    case 'string':
      return `'${value}'`;
    case 'number':
      return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
    case 'object':
      if (value === null) return 'None';
      if (Array.isArray(value)) return `[${value.map(showValue).join(', ')}]`;
      break;
    default:
  }
  return String(value);
}

/** Shortens a text: the data of a tensor would fill pages. */
const shortened = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);
