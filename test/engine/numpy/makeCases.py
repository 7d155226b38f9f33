"""Writes cases.json: what NumPy prints for each expression of cases.txt, one a line, as a model file says it and as Python does."""
import json
import pathlib

import numpy as np

here = pathlib.Path(__file__).parent
cases = []
for line in (here / 'cases.txt').read_text().splitlines():
    ours, _, theirs = line.partition(' ## ')
    cases.append([ours, repr(eval(theirs or ours)), str(eval(theirs or ours)) if '.random.' not in ours else None])
(here / 'cases.json').write_text(json.dumps(cases, indent=0) + '\n')
