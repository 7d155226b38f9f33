import { commands } from './commands.js';

export const USAGE = `Usage: tensor-lens run FILE [options]
       tensor-lens check FILES
       tensor-lens ops [NAME | --missing]${commands
         .flatMap(({ usage }) => usage)
         .map((line) => `\n       tensor-lens ${line}`)
         .join('')}

Runs a model file (FILE.tl.ts) and shows what it computed.

  --forward          stop before the first backward()
  --passes N         stop after N passes
  --json             print one JSON document: output, passes, bindings, diagnostics
  --health           also show each parameter: the norm of its gradient (first pass, last pass, after clipping), what the last step
                     changed of it, and units that give nothing but 0; in the document of --json it is 'health'
  --max-values N     elements up to which a tensor's values are in the document (4096)
  --timeout S        end the run after S seconds (60; 0 for never)
  --help             show this text

Files to write, as the graph panel exports them (a PNG picture needs the panel):
  --html OUT.html    the run as one interactive page that opens in any browser
  --trace OUT.json   the document of --json
  --svg OUT.svg      the graph as a picture
  --dot OUT.dot, --mermaid OUT.mmd, --model-explorer OUT.json
                     the graph for Graphviz, Mermaid, Model Explorer
  --plots DIR        the figures that the model plotted (tensor-lens/pyplot, SummaryWriter), an SVG picture each
  --pass N           the pass that pictures are of, from 1 (the last with gradients)
  --theme light|dark, --direction TB|LR
                     of pictures (light, top to bottom)

check type-checks model files, operators on tensors included, and prints each mistake as FILE:LINE:COL: message.

ops lists the operations: signature, formula and gradient of each, or of those whose name has NAME in it;
--missing lists what PyTorch has and is not here, by namespace, with the reasons.

${commands.map(({ help }) => help).join('\n\n')}

Exit status: 0 the model ran (or is right), 1 it failed, 2 wrong usage, 124 it ran out of time.`;
