// @ts-nocheck -- it reads an engine that it bundles itself.
/**
 * Writes dist/api.json: the exports of 'tensor-lens' with PyTorch's signatures, for completion and hovers where no
 * TypeScript server knows the declarations. Names, types and documentation are read from dist/types. The parameters of
 * operations are read from the op list; those of classes and of other functions, from their own `signature`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import ts from 'typescript';
import { aboutArgument, classSources } from './classArguments.mjs';
import { root } from './processes.mjs';

/** Arguments that are common in PyTorch and have no meaning here. */
const MEANINGLESS = new Set([
  'device',
  'layout',
  'pin_memory',
  'memory_format',
  'non_blocking',
  'foreach',
  'fused',
  'capturable',
  'differentiable',
]);

export async function writeApiDocument(types = path.join(root, 'dist/types')) {
  const document = read(types, await loadEngine());
  fs.writeFileSync(path.join(root, 'dist/api.json'), JSON.stringify(document));
}

/** Loads the engine, with its op list and the texts about arguments. */
async function loadEngine() {
  const out = path.join(root, 'out', `api-engine-${process.pid}.mjs`);
  const contents = `${classSources} export { ops } from './ops/index.ts';`;
  await esbuild.build({
    stdin: { contents, resolveDir: path.join(root, 'src/engine') },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    outfile: out,
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(out).href);
  } finally {
    fs.rmSync(out);
  }
}

function read(types, { torch, ops, glossary, parseSignature }) {
  const index = path.join(types, 'index.d.ts');
  const program = ts.createProgram([index], { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, strict: true });
  const checker = program.getTypeChecker();
  const operations = new Map();
  for (const op of ops) if (!op.internal) operations.set(op.name, [...(operations.get(op.name) ?? []), op]);
  const namespaces = {};
  const classes = {};
  readNamespace('torch', checker.getSymbolAtLocation(program.getSourceFile(index)), torch);
  return { namespaces, classes };

  function readNamespace(name, symbol, value) {
    const entries = (namespaces[name] = []);
    for (const exported of checker.getExportsOfModule(symbol)) {
      const target = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const { name: short } = exported;
      if (target.flags & ts.SymbolFlags.ValueModule) {
        entries.push({ name: short, kind: 'namespace', doc: '' });
        readNamespace(`${name}.${short}`, target, value?.[short]);
      } else if (target.flags & ts.SymbolFlags.Value) {
        entries.push(entryOf(short, target, `${name}.${short}`, value?.[short]));
      }
    }
  }

  function entryOf(name, symbol, qualified, value) {
    const type = checker.getTypeOfSymbol(symbol);
    const documented = documentation(symbol);
    if (symbol.flags & ts.SymbolFlags.Class) {
      readClass(name, checker.getDeclaredTypeOfSymbol(symbol));
      const parameters = stated(name, value) ?? type.getConstructSignatures().slice(0, 1).flatMap(typedParameters);
      return { name, kind: 'class', ...documented, signatures: [{ parameters, returns: name }] };
    }
    const op = operations.get(qualified.replace(/^torch\./, ''));
    if (op && type.getCallSignatures().length) return operation(name, op, type);
    if (type.getCallSignatures().length) {
      const parameters = stated(name, value);
      return parameters
        ? { name, kind: 'function', ...documented, signatures: [{ parameters, returns: returned(type) }] }
        : callable(name, documented, type);
    }
    return { name, kind: 'value', ...documented, type: checker.typeToString(type) };
  }

  function operation(name, list, type) {
    const [{ doc, formula, gradient }] = list;
    const signatures = list.map((op, i) => ({
      parameters: parametersOf(op.parsed.parameters),
      returns: returned(type),
      ...(i > 0 && op.doc !== doc && { about: { doc: op.doc, formula: op.formula, ...(op.gradient && { gradient: op.gradient }) } }),
    }));
    return { name, kind: 'function', doc, formula, ...(gradient && { gradient }), signatures };
  }

  function callable(name, documented, type) {
    const signatures = type
      .getCallSignatures()
      .map((s) => ({ parameters: typedParameters(s), returns: checker.typeToString(s.getReturnType()) }));
    return { name, kind: 'function', ...documented, signatures };
  }

  function returned(type) {
    return checker.typeToString(type.getCallSignatures()[0].getReturnType()).replace(/ &.*/, '');
  }

  function readClass(name, type) {
    if (classes[name]) return;
    const base = classOf((type.getBaseTypes() ?? [])[0]);
    const record = (classes[name] = { members: [] });
    if (base?.symbol && base.symbol.name !== 'TensorMethods') {
      record.extends = base.symbol.name;
      readClass(base.symbol.name, base);
    }
    const inherited = new Set(record.extends ? base.getProperties().map((p) => p.name) : []);
    for (const member of type.getProperties()) {
      const declaration = member.valueDeclaration ?? member.declarations?.[0];
      const hidden = declaration && ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected);
      if (hidden || inherited.has(member.name) || !/^[a-zA-Z]\w*$/.test(member.name)) continue;
      record.members.push(memberOf(name, member));
    }
  }

  /**
   * The class that a class extends. When its settings are combined with it in one type, the class without the settings.
   */
  function classOf(base) {
    return base?.isIntersection() ? base.types.find(({ symbol }) => symbol && symbol.flags & ts.SymbolFlags.Class) : base;
  }

  function memberOf(owner, member) {
    const type = checker.getTypeOfSymbol(member);
    if (!type.getCallSignatures().length || !(member.flags & ts.SymbolFlags.Method)) {
      return {
        name: member.name,
        kind: 'property',
        ...documentation(member),
        type: checker.typeToString(checker.getNonNullableType(type)),
      };
    }
    const base = member.name.replace(/_$/, '');
    const op = owner === 'Tensor' && (operations.get(member.name) ?? operations.get(base));
    // The parameters of a method are those of the function without the first one.
    if (op && operations.get(base)?.some(({ variants }) => variants.includes('function')))
      return { name: member.name, kind: 'method', of: base };
    const entry = op ? operation(member.name, op, type) : callable(member.name, documentation(member), type);
    for (const signature of op ? entry.signatures : []) signature.parameters.shift();
    return { ...entry, kind: 'method' };
  }

  /** The parameters in the own `signature` of a class or a function. */
  function stated(name, value) {
    const text = value?.signature;
    if (typeof text !== 'string' || !text.startsWith(`${name}(`)) return null;
    return parametersOf(parseSignature(text).parameters, (parameter) => aboutArgument(glossary, name, parameter));
  }

  function parametersOf(parameters, about = () => '') {
    return parameters
      .filter(({ name }) => !MEANINGLESS.has(name))
      .map((p) => ({
        name: p.name,
        type: p.types.join(' | ') + (p.nullable ? ' | None' : ''),
        ...(!p.required && { default: p.text.slice(p.text.indexOf('=') + 1) }),
        ...(p.keywordOnly && { keywordOnly: true }),
        ...(p.variadic && { variadic: true }),
        ...(about(p) && { doc: about(p) }),
      }));
  }

  /**
   * The parameters of a function that is no operation. A last argument with only optional fields holds the keywords.
   */
  function typedParameters(signature) {
    return signature.parameters.flatMap((symbol, i) => {
      const declaration = symbol.valueDeclaration;
      const type = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
      const isLast = i === signature.parameters.length - 1;
      const fields = isLast && isOptions(type) ? type.getProperties().filter(({ name }) => !MEANINGLESS.has(name)) : null;
      if (fields) return fields.map((field) => ({ ...typed(field), keywordOnly: true }));
      return [
        {
          ...typed(symbol),
          ...(declaration?.dotDotDotToken && { variadic: true }),
          ...(declaration?.initializer && { default: declaration.initializer.getText() }),
        },
      ];
    });
  }

  function typed(symbol) {
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
    const { doc } = documentation(symbol);
    const isOptional = symbol.flags & ts.SymbolFlags.Optional || symbol.valueDeclaration?.questionToken;
    return {
      name: symbol.name,
      type: checker.typeToString(type),
      ...(isOptional && { default: defaultIn(doc) ?? '…' }),
      ...(doc && { doc }),
    };
  }

  function isOptions(type) {
    const fields = type.getProperties();
    return (
      fields.length > 0 &&
      !type.symbol?.valueDeclaration &&
      type.getCallSignatures().length === 0 &&
      !checker.isArrayType(type) &&
      !checker.isTupleType(type) &&
      !(type.flags & ts.TypeFlags.Primitive) &&
      fields.every((field) => field.flags & ts.SymbolFlags.Optional)
    );
  }

  function documentation(symbol) {
    return { doc: ts.displayPartsToString(symbol.getDocumentationComment(checker)).split('\n\nPyTorch:')[0].trim() };
  }
}

const defaultIn = (doc) => /Default: (\S[^.]*(?:\.\d+)?)/.exec(doc)?.[1];
