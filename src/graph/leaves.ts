import type { Binding, Pass, Run, TraceNode } from '../protocol/trace.js';

/**
 * Makes one pass of the tensors that names held, for a run that computed nothing. Users may want to see these tensors
 * before anything is computed with them. Any other run is returned as it is.
 */
export function withLeaves(run: Run): Run {
  if (run.passes.length > 0 || run.bindings.length === 0) return run;
  const nodes = run.bindings.map(leafOf);
  const pass: Pass = { index: 0, backward: false, root: null, loss: null, nodes, edges: [], backward_order: [] };
  const bindings = run.bindings.map((binding, i) => ({ ...binding, key: nodes[i]!.key, node: nodes[i]!.id }));
  return { ...run, passes: [pass], bindings };
}

function leafOf({ name, source, shape, dtype, requires_grad, value, grad }: Binding, place: number): TraceNode {
  return {
    id: `n${place}`,
    key: `${source.file}:${source.line}:${source.column}|${name}`,
    kind: requires_grad ? 'parameter' : 'input',
    op: name,
    grad_fn: null,
    label: name,
    module: '',
    module_types: [],
    attributes: '',
    shape,
    dtype,
    requires_grad,
    in_graph: false,
    source,
    bytes: 0,
    value,
    grad,
  };
}
