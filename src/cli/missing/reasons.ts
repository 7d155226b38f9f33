/** Why a name of PyTorch is missing here: the reason of the first rule that matches. Names include their namespace: `torch.Tensor.cuda`. */

interface Rule {
  readonly names: RegExp;
  readonly reason: string;
}

const any = (words: string): RegExp => new RegExp(`(^|\\.)(${words.trim().split(/\s+/).join('|')})$`);

export const rules: readonly Rule[] = [
  {
    names: any(
      '.*cudnn_.* miopen_.* mkldnn_.* fbgemm_.* .*vulkan.* .*cuda.* .*_xla.* .*_ipu.* xpu ipu mtia is_(ipu|maia|meta|mkldnn|mps|mtia|xla|xpu) Event Stream StreamObjType DeviceObjType get_device.* .*pin.* record_stream to_mkldnn dim_order tf32_notes .*flash_attention.* sdpa_kernel SDPBackend WARN_FOR_UNFUSED_KERNELS has_(lapack|mkl|openmp|spectral) SparseSemi.* to_sparse_semi_structured SyncBatchNorm DataParallel DistributedSampler is_distributed',
    ),
    reason: 'belongs to a device, a library or several machines that are not here: programs run on a CPU or by WebGL',
  },
  {
    names: any(
      '.*quant.* q_.* q(scheme|int\\d+|uint\\dx\\d) quint.* per_(channel|tensor)_.* int_repr dequantize bits.* u?int[1-7] float[48]_.* fused_moving_avg.* .*scaled_(addmm_?|mm|grouped_mm) scaled_.* grouped_mm ScalingType SwizzleType uint(32|64)',
    ),
    reason: 'needs a dtype that the engine does not have: quantized numbers, those of less than a byte, uint32 and uint64',
  },
  {
    names: any(
      '.*Type Script.* script.* .*_ir.* Sym.* sym_.* Graph.* Gradient Node Block Value Use Code CompilationUnit ConcreteModule.* Dispatch.* ExecutionPlan FunctionSchema Future JITException ListType Lite.* .*Logger Operator.* StaticModule Tag ThroughputBenchmark TracingState Argument.* AliasDb CallStack Capsule Benchmark.* Complete.* DeepCopy.* Disable.* Exclude.* ErrorReport FileCheck FatalError IODescriptor PyTorchFile.* .*StorageContext Aggregation.* BufferDict ModuleDict ParameterDict InferredType Type parse_.* merge_type.* unify_type_list fork wait while_loop cond compile .*torch_function.* boolean_dispatch assert_int_or_pair BroadcastingList\\d .*_notes common_notes factory_kwargs bit classproperty typename init_num_threads prepare_multiprocessing_environment profiler_.* compiled_with_cxx11_abi get_file_path debug_unwrap NestedIOFunction .*DataPipe.* DataChunk functional_datapipe .*_determin.* .*validation.* argument_validation thread_safe_generator as_subclass module_load swap_in_.* register_flash.* enforce_grad_layout_policy AcceleratorError OutOfMemoryError is_warn_always_enabled set_warn_always BoolType hash_tensor output_nr Container skip_init',
    ),
    reason: "is part of PyTorch's own machinery (compiler, dispatcher, type descriptions), which no model computes with",
  },
  {
    names: any(
      '.*_copy .*slice_inverse native_.* batch_norm_.* .*_with_indices empty_permuted unsafe_.* sym_constrain.* embedding_renorm_ feature_.*dropout_? conv_tbc sparse_resize.* resize_as_sparse_ grad_dtype choose_qparams_optimized',
    ),
    reason:
      'is a form in which PyTorch calls itself; the function that programs call is here (`view` for `view_copy`, `max_pool2d` with `return_indices`)',
  },
  {
    names:
      // not operations: what PyTorch has and the engine does not
      /^torch\.(alpha_dropout_?|dropout_|rrelu_|batch_norm|instance_norm|embedding_bag|ctc_loss|kl_div|\w+_loss|binary_cross_entropy_with_logits|grid_sampler\w*|affine_grid_generator|gru|lstm|rnn_\w+|gru_cell|lstm_cell|layout)$/,
    reason: 'is the same as the function of that name in torch.nn.functional, or the layer in torch.nn, which are here',
  },
  {
    names: any(
      '.*[sS]torage.* data_ptr const_data_ptr is_set_to resize.* share_memory_ is_shared from_file from_dlpack to_dlpack storage_type is_storage .*as_strided_?(scatter)? new_empty_strided',
    ),
    reason:
      'reads or changes memory behind the back of tensors, or hands it to another library of Python; here memory is the engine’s alone',
  },
  {
    names:
      /^torch\.(set_flush_denormal|\w*num_(interop_)?threads|\w*matmul_precision|\w*deterministic\w*|autograd\.set_multithreading_enabled)$/,
    reason: 'chooses between ways to compute that are one here; _Convert from Python_ leaves it out',
  },
  {
    names: /^torch\.(\w*autocast\w*|amp\..*)$/,
    reason: 'is an inner part of mixed precision, whose `autocast` and `GradScaler` are here',
  },
  {
    names: any(
      'sparse_mask_.* jagged is_nested .*nested.* to_padded_tensor SparseTensor\\w* as_sparse_gradcheck check_sparse_tensor_invariants',
    ),
    reason: 'is about nested tensors or checks of sparse ones; these are here in every layout, and their places are always checked',
  },
  {
    names:
      /^torch\.nn\.(init\.|utils\.clip_grad_norm$|NLLLoss2d$)|(^|\.)(range|row_stack|legacy_contiguous_format|set_default_tensor_type|volatile|reinforce|ndimension|Variable|variable)$/,
    reason: 'is an old name that PyTorch itself tells programs to replace',
  },
  {
    // not operations: what PyTorch has and the engine does not
    names: /^torch\.Tensor\.(cholesky|eig|lstsq|qr|solve|symeig)$/,
    reason: 'was removed by PyTorch; the function of that name says what to use',
  },
  {
    names: any('lobpcg'),
    reason:
      'finds a few eigenvectors step by step from random ones; `torch.linalg.eigh`, which is here, finds all of them at the sizes of a model',
  },
  {
    names: /^torch\.nn\.utils\.(fuse|convert)_/,
    reason: 'changes a trained model for speed, which is not written yet; what the model computes stays the same',
  },
  {
    names: /^torch\.(autograd|random)\.(?!fork_rng|set_multithreading|forward_ad)/,
    reason: 'is here under another name: torch.no_grad, torch.enable_grad, torch.manual_seed, torch.initial_seed, torch.seed',
  },
  { names: any('.*Tensor newaxis'), reason: 'is the same as torch.Tensor, or as null among subscripts' },
];

/** The reason for names that nothing prevents. */
const notYet = 'could be here, and is not written yet';

export const reasonOf = (name: string): string => rules.find((rule) => rule.names.test(name))?.reason ?? notYet;
