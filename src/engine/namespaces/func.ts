/** `torch.func`: the transforms that differentiate and map functions, and those that make functions of modules. */
export { grad, grad_and_value, hessian, jacfwd, jacrev, jvp, linearize, vjp } from '../func/differentiation.js';
export { functionalize } from '../func/functionalize.js';
export { functional_call, stack_module_state } from '../func/modules.js';
export { vmap } from '../func/vmap.js';
