"""Writes media/shipped: Iris and the handwritten digits of scikit-learn, and the beginning of a text that is given.

    python3 scripts/makeShipped.py TEXT        (with scikit-learn, safetensors and numpy; TEXT: the "tiny Shakespeare" of char-rnn)
"""

import os
import sys

import numpy as np
from safetensors.numpy import save_file
from sklearn import datasets

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'media', 'shipped')
# So many characters at least; the text ends with a speech.
TEXT = 55_000

IRIS = """Iris. R. A. Fisher: "The use of multiple measurements in taxonomic problems", Annual Eugenics 7 (1936). As in scikit-learn, which follows
the paper. Fisher, R. (1936), Iris, UCI Machine Learning Repository, https://doi.org/10.24432/C56C76. Licence: CC BY 4.0,
https://creativecommons.org/licenses/by/4.0/. Changed: the format."""
DIGITS = """Optical recognition of handwritten digits, the test set. As in scikit-learn. Alpaydin, E. and Kaynak, C. (1998), UCI Machine
Learning Repository, https://doi.org/10.24432/C50P49. Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Changed: the format."""
SHAKESPEARE = """William Shakespeare: the beginning of his plays as Andrej Karpathy put them together for char-rnn. The text is in the
public domain."""


def save(name, bunch, dtype, text):
    metadata = {'DESCR': ' '.join(text.split()), 'target_names': ','.join(map(str, bunch.target_names)), 'feature_names': ','.join(bunch.feature_names)}
    data = bunch.data.astype(dtype)
    assert np.array_equal(data, bunch.data)
    save_file({'data': data, 'target': bunch.target.astype('u1')}, os.path.join(FOLDER, name), metadata)


os.makedirs(FOLDER, exist_ok=True)
save('iris.safetensors', datasets.load_iris(), 'f8', IRIS)
save('digits.safetensors', datasets.load_digits(), 'u1', DIGITS)
with open(sys.argv[1], encoding='utf8') as file:
    text = file.read()
end = text.index('\n\n', TEXT) + 1
with open(os.path.join(FOLDER, 'shakespeare.txt'), 'w', encoding='utf8') as file:
    file.write(' '.join(SHAKESPEARE.split()) + '\n\n' + text[:end])
