/** Functions that the top of a model file gets where one of its lines needs them. The keys are their names. */
export const helpers: Readonly<Record<string, string>> = {
  gather: `/** The slices of x that index names along a dim: ONNX's Gather, whose numbers below zero count from the end. */
function gather(x: torch.Tensor, dim: number, index: torch.Tensor): torch.Tensor {
  const found = x.index_select(dim, index.flatten().remainder(x.shape.at(dim)!));
  const before = x.shape.slice(0, dim < 0 ? dim + x.ndim : dim);
  return found.reshape([...before, ...index.shape, ...x.shape.slice(before.length + 1)]);
}`,
  countedThrough: `/** Maxima with their places counted through the whole tensor, as ONNX does, and not through each plane. */
function countedThrough(x: torch.Tensor, [values, places]: [torch.Tensor, torch.Tensor]): [torch.Tensor, torch.Tensor] {
  const [planes, size] = [x.shape[0]! * x.shape[1]!, x.shape.slice(2).reduce((a, b) => a * b)];
  const first = torch.arange(planes).mul(size).reshape([x.shape[0]!, x.shape[1]!, ...x.shape.slice(2).map(() => 1)]);
  return [values, places.add(first)];
}`,
  recurrent: `/** A recurrent layer of PyTorch with the weights of ONNX, whose gates stand in another order. Gives all outputs and the last states. */
function recurrent(
  kind: 'LSTM' | 'GRU' | 'RNN',
  gates: number[],
  x: torch.Tensor,
  weights: torch.Tensor[],
  states?: torch.Tensor[],
): torch.Tensor[] {
  const ordered = (all: torch.Tensor): torch.Tensor => {
    const parts = all.chunk(gates.length);
    return torch.cat(gates.map((at) => parts[at]!));
  };
  const [w, r, b] = weights;
  const hasBias = weights.length === 3;
  const isBoth = w!.shape[0] === 2;
  const layer = new (nn[kind] as any)(w!.shape[2]!, r!.shape[2]!, { bidirectional: isBoth, bias: hasBias });
  const state: Record<string, torch.Tensor> = {};
  ['', ...(isBoth ? ['_reverse'] : [])].forEach((name, i) => {
    state[\`weight_ih_l0\${name}\`] = ordered(w!.select(0, i));
    state[\`weight_hh_l0\${name}\`] = ordered(r!.select(0, i));
    if (!hasBias) return;
    const [input, hidden] = b!.select(0, i).chunk(2);
    state[\`bias_ih_l0\${name}\`] = ordered(input!);
    state[\`bias_hh_l0\${name}\`] = ordered(hidden!);
  });
  layer.load_state_dict(state);
  const given: any = kind === 'LSTM' ? states : states?.[0];
  const [out, last] = layer(x, given);
  const all = out.unflatten(2, [w!.shape[0]!, r!.shape[2]!]).permute([0, 2, 1, 3]);
  return [all, ...(kind === 'LSTM' ? last : [last])];
}`,
  lacking: `/** Ends the run where ONNX computes what has no form here. */
function lacking(reason: string): any {
  throw new Error(reason);
}`,
};
