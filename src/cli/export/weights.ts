/** The trained weights of a model. The model file is run with a few added lines at its end, which save the values of its names. */
import { topNames } from '../../language/topNames.js';
import { placeText } from '../../present/paths.js';
import { errorDiagnostic } from '../../protocol/runError.js';
import { runFile } from '../runFile.js';

/** The name that the added lines save to. No such file is ever made. */
const PLACE = 'tensor-lens.weights.safetensors';

/**
 * The contents of `model.state_dict()` at the end of a run. With several models, each key begins with the name of its
 * model. Leaves that require gradients are saved under their names.
 * @returns the content of a `.safetensors` file, or lines that say why there is none
 */
export async function weightsOf(file: string, text: string): Promise<Uint8Array | string[]> {
  let content: Uint8Array | null = null;
  const run = await runFile(
    {
      file,
      forward: false,
      passes: 0,
      maxValues: 0,
      maxPasses: 1,
      timeout: 0,
      below: saving(topNames(file, text)),
      write: (path, bytes) => path === PLACE && (content = bytes) !== null,
    },
    () => {},
  );
  if (content) return content;
  const { error } = run;
  const source = error?.source ?? null;
  // The added lines have no place in the file.
  const isWithin = source !== null && source.line <= text.split('\n').length;
  const place = isWithin ? `${placeText(source)}: ` : '';
  return [`${place}${errorDiagnostic(run)?.told.message ?? error?.message ?? 'The run ended before the model was done.'}`];
}

const saving = (names: readonly string[]): string => `
import * as $library from 'tensor-lens';
{
  const { nn, Tensor, save } = $library;
  const held = Object.entries({ ${names.join(', ')} });
  const hasState = (value) => value instanceof nn.Module && Object.keys(value.state_dict()).length > 0;
  const all = held.filter(([, value], i) => hasState(value) && held.findIndex(([, other]) => other === value) === i);
  const models = all.filter(([, model]) => !all.some(([, other]) => other !== model && [...other.modules()].includes(model)));
  const tensors = {};
  for (const [name, model] of models)
    for (const [key, tensor] of Object.entries(model.state_dict())) tensors[models.length > 1 ? name + '.' + key : key] = tensor;
  const own = new Set(models.flatMap(([, model]) => [...model.parameters()]));
  for (const [name, value] of held)
    if (value instanceof Tensor && value.is_leaf && value.requires_grad && !own.has(value)) tensors[name] = value;
  if (Object.keys(tensors).length === 0) throw new Error('There are no weights: no name at the top of the file holds a model or a tensor that requires a gradient.');
  await save(tensors, '${PLACE}');
}
`;
