// What npm run bench measures: each work in the code of the engine, of PyTorch, and, where possible, of TensorFlow.js.

/**
 * @typedef {object} Work
 * @property {string} name
 * @property {(torch: any) => () => unknown} ours returns the function that is run again and again
 * @property {[setup: string, code: string]} torch Python code, with its own names such as `net`
 * @property {(tf: any) => () => unknown} [tf]
 * @property {(jax: any) => () => Promise<void>} [jax]
 * @property {number} [bytes] the bytes that the work must at least read and write
 * @property {number} [operations] the number of multiplications and additions
 */

const MILLION = 1_000_000;

/** Waits for a result of jax-js, which computes it only then. @param {any} result */
async function settled(result) {
  await result.blockUntilReady();
  result.dispose();
}

/** Normal numbers of jax-js. @param {any} jax @param {number[]} shape @param {number} [seed] */
const normal = (jax, shape, seed = 0) => jax.random.normal(jax.random.key(seed), shape);

/**
 * One function of a million elements.
 * @param {string} name
 * @param {{ inputs?: number, isPositive?: boolean, torch?: string, tf?: string | null, jax?: (jax: any) => (...args: any[]) => any }} [others]
 * how the peers call it: TensorFlow.js has the name unless it has no such function
 * @returns {Work}
 */
const elementwise = (name, { inputs = 1, isPositive = false, torch, tf = name, jax } = {}) => ({
  name: `${name} of 1M`,
  ours: (t) => {
    const args = Array.from({ length: inputs }, () => (isPositive ? t.rand(MILLION) : t.randn(MILLION)));
    const call = args[0][name] ? () => args[0][name](...args.slice(1)) : () => t.nn.functional[name](args[0]);
    return call;
  },
  torch: [
    Array.from({ length: inputs }, (_, i) => `x${i} = torch.${isPositive ? 'rand' : 'randn'}(${MILLION})`).join('; '),
    torch ?? `x0.${name}(${inputs > 1 ? 'x1' : ''})`,
  ],
  ...(tf && {
    tf: (library) => {
      const args = Array.from({ length: inputs }, () => library[isPositive ? 'randomUniform' : 'randomNormal']([MILLION]));
      return () => library[tf](...args).dispose();
    },
  }),
  ...(jax && {
    jax: (library) => {
      const args = Array.from({ length: inputs }, (_, i) =>
        isPositive ? library.random.uniform(library.random.key(i), [MILLION]) : normal(library, [MILLION], i),
      );
      const call = jax(library);
      return () => settled(call(...args.map((each) => each.ref)));
    },
  }),
  bytes: 4 * MILLION * (inputs + 1),
});

/** @param {number} n @returns {Work} */
const matmul = (n) => ({
  name: `matmul ${n}`,
  ours: (t) => {
    const [a, b] = [t.randn(n, n), t.randn(n, n)];
    return () => a.matmul(b);
  },
  torch: [`a = torch.randn(${n}, ${n}); b = torch.randn(${n}, ${n})`, 'a @ b'],
  tf: (tf) => {
    const [a, b] = [tf.randomNormal([n, n]), tf.randomNormal([n, n])];
    return () => tf.matMul(a, b).dispose();
  },
  jax: (jax) => {
    const [a, b] = [normal(jax, [n, n]), normal(jax, [n, n], 1)];
    return () => settled(jax.numpy.matmul(a.ref, b.ref));
  },
  operations: 2 * n ** 3,
});

/**
 * A training step: `net(x)` and its backward from the loss `loss`.
 * @param {string} name
 * @param {(t: any) => { net: any, loss: () => any }} make
 * @param {[string, string]} torch
 * @returns {Work}
 */
const training = (name, make, torch) => ({
  name,
  ours: (t) => {
    const { net, loss } = make(t);
    return () => {
      net.zero_grad();
      loss().backward();
    };
  },
  torch: [torch[0], `net.zero_grad()\n${torch[1]}.backward()`],
});

/**
 * A step of an optimizer with twenty parameters that have gradients.
 * @param {string} name
 * @param {string} options
 * @param {(t: any, params: any[]) => any} make
 * @returns {Work}
 */
const optimizer = (name, options, make) => ({
  name: `${name} step, 20 × 64 × 64`,
  ours: (t) => {
    const params = Array.from({ length: 20 }, () => {
      const p = t.randn(64, 64, { requires_grad: true });
      p.grad = t.randn(64, 64);
      return p;
    });
    const made = make(t, params);
    return () => made.step();
  },
  torch: [
    `ps = [torch.randn(64, 64, requires_grad=True) for _ in range(20)]\nfor p in ps: p.grad = torch.randn(64, 64)\no = torch.optim.${name}(ps, ${options})`,
    'o.step()',
  ],
});

/** @type {Work[]} */
export const works = [
  ...[64, 256, 512, 1024].map(matmul),
  elementwise('add', { inputs: 2, jax: ({ numpy }) => numpy.add }),
  elementwise('mul', { inputs: 2, jax: ({ numpy }) => numpy.multiply }),
  elementwise('relu', { jax: ({ nn }) => nn.relu }),
  elementwise('exp', { jax: ({ numpy }) => numpy.exp }),
  elementwise('tanh', { jax: ({ numpy }) => numpy.tanh }),
  elementwise('sigmoid', { jax: ({ nn }) => nn.sigmoid }),
  elementwise('gelu', { torch: 'F.gelu(x0)', tf: null }),
  elementwise('log', { isPositive: true, jax: ({ numpy }) => numpy.log }),
  elementwise('erf', { jax: ({ scipySpecial }) => scipySpecial.erf }),
  elementwise('sin', { jax: ({ numpy }) => numpy.sin }),
  {
    name: 'sum of 1M',
    ours: (t) => {
      const x = t.randn(1000, 1000);
      return () => x.sum();
    },
    torch: ['x = torch.randn(1000, 1000)', 'x.sum()'],
    tf: (tf) => {
      const x = tf.randomNormal([1000, 1000]);
      return () => tf.sum(x).dispose();
    },
    jax: (jax) => {
      const x = normal(jax, [1000, 1000]);
      return () => settled(jax.numpy.sum(x.ref));
    },
    bytes: 4 * MILLION,
  },
  {
    name: 'softmax 1000 × 1000',
    ours: (t) => {
      const x = t.randn(1000, 1000);
      return () => x.softmax(-1);
    },
    torch: ['x = torch.randn(1000, 1000)', 'x.softmax(-1)'],
    tf: (tf) => {
      const x = tf.randomNormal([1000, 1000]);
      return () => tf.softmax(x).dispose();
    },
    jax: (jax) => {
      const x = normal(jax, [1000, 1000]);
      return () => settled(jax.nn.softmax(x.ref));
    },
    bytes: 8 * MILLION,
  },
  {
    name: 'transpose copy 1000 × 1000',
    ours: (t) => {
      const x = t.randn(1000, 1000);
      return () => x.t().contiguous();
    },
    torch: ['x = torch.randn(1000, 1000)', 'x.t().contiguous()'],
    tf: (tf) => {
      const x = tf.randomNormal([1000, 1000]);
      return () => tf.transpose(x).dispose();
    },
    bytes: 8 * MILLION,
  },
  {
    name: 'layer norm 1000 × 1000',
    ours: (t) => {
      const [x, w] = [t.randn(1000, 1000), t.ones(1000)];
      return () => t.nn.functional.layer_norm(x, [1000], w, w);
    },
    torch: ['x = torch.randn(1000, 1000); w = torch.ones(1000)', 'F.layer_norm(x, (1000,), w, w)'],
    bytes: 8 * MILLION,
  },
  {
    name: 'add 4 × 4, recorded',
    ours: (t) => {
      const [a, b] = [t.randn(4, 4, { requires_grad: true }), t.randn(4, 4, { requires_grad: true })];
      return () => a.add(b);
    },
    torch: ['a = torch.randn(4, 4, requires_grad=True); b = torch.randn(4, 4, requires_grad=True)', 'a + b'],
  },
  {
    name: 'MLP 2-16-16-1, a step of 32',
    ours: (t) => {
      const { Sequential, Linear, ReLU } = t.nn;
      const net = new Sequential(new Linear(2, 16), new ReLU(), new Linear(16, 16), new ReLU(), new Linear(16, 1));
      const [sgd, x, y] = [new t.optim.SGD(net.parameters(), { lr: 0.01 }), t.randn(32, 2), t.randn(32, 1)];
      return () => {
        sgd.zero_grad();
        t.nn.functional.mse_loss(net(x), y).backward();
        sgd.step();
      };
    },
    torch: [
      'net = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 1)); o = torch.optim.SGD(net.parameters(), lr=0.01); x = torch.randn(32, 2); y = torch.randn(32, 1)',
      'o.zero_grad()\nF.mse_loss(net(x), y).backward()\no.step()',
    ],
  },
  training(
    'CNN 1→16, 32 × 28 × 28',
    (t) => {
      const { Sequential, Conv2d, ReLU, MaxPool2d, Flatten, Linear } = t.nn;
      const net = new Sequential(new Conv2d(1, 16, 3), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(16 * 13 * 13, 10));
      const [x, y] = [t.randn(32, 1, 28, 28), t.randint(0, 10, [32])];
      return { net, loss: () => t.nn.functional.cross_entropy(net(x), y) };
    },
    [
      'net = nn.Sequential(nn.Conv2d(1, 16, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(16 * 13 * 13, 10)); x = torch.randn(32, 1, 28, 28); y = torch.randint(0, 10, (32,))',
      'F.cross_entropy(net(x), y)',
    ],
  ),
  training(
    'conv, batch norm, relu, conv',
    (t) => {
      const { Sequential, Conv2d, ReLU, BatchNorm2d } = t.nn;
      const net = new Sequential(
        new Conv2d(16, 32, 3, { padding: 1 }),
        new BatchNorm2d(32),
        new ReLU(),
        new Conv2d(32, 32, 3, { padding: 1 }),
      );
      const x = t.randn(16, 16, 32, 32);
      return { net, loss: () => net(x).sum() };
    },
    [
      'net = nn.Sequential(nn.Conv2d(16, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.Conv2d(32, 32, 3, padding=1)); x = torch.randn(16, 16, 32, 32)',
      'net(x).sum()',
    ],
  ),
  training(
    'transformer layer 8 × 64 × 64',
    (t) => {
      const net = new t.nn.TransformerEncoderLayer(64, 4, 256, { dropout: 0, batch_first: true });
      const x = t.randn(8, 64, 64);
      return { net, loss: () => net(x).sum() };
    },
    ['net = nn.TransformerEncoderLayer(64, 4, 256, dropout=0, batch_first=True); x = torch.randn(8, 64, 64)', 'net(x).sum()'],
  ),
  training(
    'LSTM 32→64, 50 steps of 32',
    (t) => {
      const net = new t.nn.LSTM(32, 64, { batch_first: true });
      const x = t.randn(32, 50, 32);
      return { net, loss: () => net(x)[0].sum() };
    },
    ['net = nn.LSTM(32, 64, batch_first=True); x = torch.randn(32, 50, 32)', 'net(x)[0].sum()'],
  ),
  optimizer('Adam', 'lr=1e-3', (t, params) => new t.optim.Adam(params, { lr: 1e-3 })),
  optimizer('SGD', 'lr=1e-3, momentum=0.9', (t, params) => new t.optim.SGD(params, { lr: 1e-3, momentum: 0.9 })),
];
