import argparse
import logging
import sys
import numpy as np
import torch
import torch.nn as nn

def get_args():
    parser = argparse.ArgumentParser(description='Train a small MLP')
    parser.add_argument('--epochs', type=int, default=3, help='number of epochs')
    parser.add_argument('--batch-size', '-b', type=int, default=8)
    parser.add_argument('--lr', type=float, default=1e-2)
    parser.add_argument('--hidden', type=int, nargs='+', default=[16, 8])
    parser.add_argument('--activation', choices=['relu', 'tanh'], default='relu')
    parser.add_argument('--seed', type=int, default=123)
    parser.add_argument('--no-cuda', action='store_true', default=False)
    return parser.parse_args()

logging.basicConfig(level=logging.INFO, format='%(levelname)s: %(message)s', stream=sys.stdout)
logger = logging.getLogger(__name__)

ACTIVATIONS = {'relu': nn.ReLU, 'tanh': nn.Tanh}

def build_mlp(sizes, activation):
    layers = []
    for i in range(len(sizes) - 1):
        layers.append(nn.Linear(sizes[i], sizes[i + 1]))
        if i < len(sizes) - 2:
            layers.append(ACTIVATIONS[activation]())
    return nn.Sequential(*layers)

def set_seed(seed):
    np.random.seed(seed)
    torch.manual_seed(seed)

def main():
    args = get_args()
    set_seed(args.seed)
    use_cuda = not args.no_cuda and torch.cuda.is_available()
    device = torch.device('cuda' if use_cuda else 'cpu')
    logger.info('device: %s', device)
    X = np.random.randn(64, 4)
    true_w = np.array([1.5, -2.0, 0.5, 3.0])
    y = X @ true_w + 0.1 * np.random.randn(64)
    model = build_mlp([4] + args.hidden + [1], args.activation).to(device)
    logger.info('model: %s', model)
    opt = torch.optim.SGD(model.parameters(), lr=args.lr)
    n_batches = int(np.ceil(len(X) / args.batch_size))
    for epoch in range(args.epochs):
        order = np.arange(len(X))
        np.random.shuffle(order)
        losses = []
        for b in range(n_batches):
            sel = order[b * args.batch_size:(b + 1) * args.batch_size]
            xb = torch.as_tensor(X[sel], dtype=torch.float32, device=device)
            yb = torch.as_tensor(y[sel], dtype=torch.float32, device=device).view(-1, 1)
            loss = nn.functional.mse_loss(model(xb), yb)
            opt.zero_grad()
            loss.backward()
            opt.step()
            losses.append(loss.item())
        logger.info('epoch %d: loss=%.4f (min %.4f, max %.4f)', epoch, np.mean(losses), np.min(losses), np.max(losses))
    pred = model(torch.tensor(X, dtype=torch.float32)).squeeze().detach().numpy()
    ss_res = np.sum((y - pred) ** 2)
    ss_tot = np.sum((y - y.mean()) ** 2)
    print(f'R^2 = {1 - ss_res / ss_tot:.4f}')
    print(vars(args))

if __name__ == '__main__':
    main()
