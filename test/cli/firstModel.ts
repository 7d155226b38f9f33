/** The first model of the product, and the text that PyTorch 1.13 prints for it with the same seed. */
export const FIRST_MODEL = `import * as torch from 'tensor-lens';
torch.manual_seed(0);
const x = torch.randn(6, 4, { dtype: torch.float });
console.log(x);
const y = torch.tensor([[1, 2, 3, 4], [5, 6, 7, 8]]);
console.log(y);
const x0 = torch.randn(5, 3);
const y0 = torch.randn(5, 3);
const result = torch.empty(5, 3);
torch.add(x0, y0, { out: result });
console.log(result);
console.log(y0.add_(x0));
const x1 = torch.ones(2, 2, { requires_grad: true });
console.log(x1);
const y1 = x1.add(1);
const z1 = y1.mul(y1).mul(2);
const out1 = z1.mean();
console.log(z1, out1);
out1.backward();
console.log(x1.grad);
`;

export const FIRST_OUTPUT = `tensor([[-1.1258, -1.1524, -0.2506, -0.4339],
        [ 0.8487,  0.6920, -0.3160, -2.1152],
        [ 0.4681, -0.1577,  1.4437,  0.2660],
        [ 0.1665,  0.8744, -0.1435, -0.1116],
        [ 0.9318,  1.2590,  2.0050,  0.0537],
        [ 0.6181, -0.4128, -0.8411, -2.3160]])
tensor([[1, 2, 3, 4],
        [5, 6, 7, 8]])
tensor([[ 0.6294,  0.4268,  0.4391],
        [ 1.0482, -0.7262,  1.2234],
        [-1.0023, -0.7986, -0.9354],
        [-1.8071,  0.2520, -1.1231],
        [-0.0270,  2.6004, -2.2542]])
tensor([[ 0.6294,  0.4268,  0.4391],
        [ 1.0482, -0.7262,  1.2234],
        [-1.0023, -0.7986, -0.9354],
        [-1.8071,  0.2520, -1.1231],
        [-0.0270,  2.6004, -2.2542]])
tensor([[1., 1.],
        [1., 1.]], requires_grad=True)
tensor([[8., 8.],
        [8., 8.]], grad_fn=<MulBackward0>) tensor(8., grad_fn=<MeanBackward0>)
tensor([[2., 2.],
        [2., 2.]])`;
