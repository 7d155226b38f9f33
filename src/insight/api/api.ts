/** The exports of 'tensor-lens', as the build writes them to dist/api.json. */
export interface ApiParameter {
  name: string;
  /** In PyTorch's words: `int[] | None`. */
  type: string;
  /** In PyTorch's notation. Absent for a required parameter. */
  default?: string;
  keywordOnly?: true;
  variadic?: true;
  doc?: string;
}

export interface ApiSignature {
  parameters: ApiParameter[];
  returns: string;
  /** Documentation of an overload that has its own. */
  about?: Pick<ApiEntry, 'doc' | 'formula' | 'gradient'>;
}

export interface ApiEntry {
  name: string;
  kind: 'namespace' | 'function' | 'class' | 'value' | 'method' | 'property';
  doc: string;
  formula?: string;
  gradient?: string;
  /** The signatures of a function, a method or a class. */
  signatures?: ApiSignature[];
  /** The type of a value or a property. */
  type?: string;
}

/** A method that is a function of `torch` too, without its first parameter. */
interface SharedMethod {
  name: string;
  kind: 'method';
  of: string;
}

export interface ApiDocument {
  namespaces: Record<string, ApiEntry[]>;
  classes: Record<string, { extends?: string; members: (ApiEntry | SharedMethod)[] }>;
}

export class Api {
  private readonly members = new Map<string, Map<string, ApiEntry>>();

  constructor(private readonly document: ApiDocument) {}

  isNamespace(path: string): boolean {
    return path in this.document.namespaces;
  }

  isClass(name: string): boolean {
    return name in this.document.classes;
  }

  /** The exports of a namespace such as `torch.nn`, by name. */
  namespace(path: string): ReadonlyMap<string, ApiEntry> {
    return this.cached(`namespace ${path}`, () => this.document.namespaces[path] ?? []);
  }

  /** The members of an instance of a class, its own first. */
  instance(name: string): ReadonlyMap<string, ApiEntry> {
    return this.cached(`class ${name}`, () => {
      const found = this.document.classes[name];
      if (!found) return [];
      const own = found.members.map((member) => ('of' in member ? this.shared(member) : member));
      return [...own, ...(found.extends === undefined ? [] : this.instance(found.extends).values())];
    });
  }

  /** Whether a class is another class or is derived from it. */
  extends(name: string, base: string): boolean {
    for (let at: string | undefined = name; at !== undefined; at = this.document.classes[at]?.extends) if (at === base) return true;
    return false;
  }

  private shared({ name, of }: SharedMethod): ApiEntry {
    const entry = this.namespace('torch').get(of);
    if (!entry) throw new Error(`dist/api.json has no torch.${of}.`);
    const signatures = entry.signatures?.map((signature) => ({ ...signature, parameters: signature.parameters.slice(1) }));
    return { ...entry, name, kind: 'method', ...(signatures && { signatures }) };
  }

  private cached(key: string, make: () => readonly ApiEntry[]): ReadonlyMap<string, ApiEntry> {
    let found = this.members.get(key);
    if (!found) {
      found = new Map();
      for (const entry of make()) if (!found.has(entry.name)) found.set(entry.name, entry);
      this.members.set(key, found);
    }
    return found;
  }
}
