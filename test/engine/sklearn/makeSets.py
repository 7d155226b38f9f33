"""Writes sets.json: what scikit-learn makes up, and what it knows of its data.

    python3 makeSets.py        (with scikit-learn)
"""

import json
import os

from sklearn import datasets

made = {
    'make_moons(7, { random_state: 0 })': datasets.make_moons(7, random_state=0),
    'make_moons(40, { noise: 0.1, random_state: 42 })': datasets.make_moons(40, noise=0.1, random_state=42),
    'make_moons([3, 5], { shuffle: false })': datasets.make_moons((3, 5), shuffle=False),
    'make_moons({ n_samples: 6, shuffle: false, noise: 0.2, random_state: 1 })': datasets.make_moons(6, shuffle=False, noise=0.2, random_state=1),
    'make_circles(9, { random_state: 3, factor: 0.5 })': datasets.make_circles(9, random_state=3, factor=0.5),
    'make_circles(20, { noise: 0.05, random_state: 7 })': datasets.make_circles(20, noise=0.05, random_state=7),
}
iris, digits = datasets.load_iris(), datasets.load_digits()
few = datasets.load_digits(n_class=3)
out = {
    'made': {call: {'X': X.tolist(), 'y': y.tolist(), 'dtypes': [str(X.dtype), str(y.dtype)]} for call, (X, y) in made.items()},
    'iris': {'data': iris.data.tolist(), 'target': iris.target.tolist(), 'target_names': list(iris.target_names), 'feature_names': iris.feature_names},
    'digits': {
        'sums': digits.data.sum(1).tolist(),
        'weighted': (digits.data * range(64)).sum(1).tolist(),
        'target': digits.target.tolist(),
        'image': digits.images[1234].tolist(),
        'few': [list(few.data.shape), float(few.data.sum()), few.target.tolist()],
    },
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'sets.json'), 'w') as file:
    json.dump(out, file, separators=(',', ':'))
    file.write('\n')
