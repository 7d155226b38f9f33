// The pages of the API, from dist/api.json: a page for each namespace, function and class.
import { escaped, upFrom } from './html.mjs';
import { blocks } from './markdown.mjs';

/**
 * @typedef {{ name: string, type: string, default?: string, keywordOnly?: boolean, variadic?: boolean, doc?: string }} Parameter
 * @typedef {{ doc?: string, formula?: string, gradient?: string }} Said
 * @typedef {{ parameters: Parameter[], returns: string, about?: Said }} Signature
 * @typedef {Said & { name: string, kind: string, signatures?: Signature[], type?: string, of?: string }} Entry
 * @typedef {{ namespaces: Record<string, Entry[]>, classes: Record<string, { members: Entry[], extends?: string }> }} Api
 * @typedef {{ place: string, title: string, body: string }} Page
 */

/** @param {string} namespace */
const folderOf = (namespace) => `api/${namespace}`;
/**
 * The page of an entry. A class and a function whose names differ only in case get different files, on every system.
 * @param {string} namespace
 * @param {string} name
 */
export const entryPlace = (namespace, name) => `${folderOf(namespace)}/${name}${isClass(name) ? '.class' : ''}.html`;

/** `torch.Tensor` is called without `new`, so it counts as a function. @param {string} name */
const isClass = (name) => /^[A-Z]/.test(name);
/** @param {string} namespace */
export const namespacePlace = (namespace) => `${folderOf(namespace)}/index.html`;

/** @param {Api} api @returns {Page[]} */
export function apiPages(api) {
  /** Where each class stands: in the first namespace that has it. @type {Map<string, string>} */
  const homes = new Map();
  for (const [namespace, entries] of Object.entries(api.namespaces))
    for (const { name } of entries) if (isClass(name) && !homes.has(name)) homes.set(name, entryPlace(namespace, name));
  const pages = Object.entries(api.namespaces).flatMap(([namespace, entries]) => [
    namespacePage(namespace, entries),
    ...entries.filter(({ kind }) => kind === 'function' || kind === 'class').map((entry) => entryPage(namespace, entry, api, homes)),
  ]);
  const names = Object.keys(api.namespaces);
  const links = names.map((name) => `<li><a href="${name}/index.html"><code>${escaped(name)}</code></a></li>`);
  const count = pages.length - names.length;
  const body = `<h1>API</h1>
<p>What a model file imports: PyTorch's names, with ${count} pages made from the entries of the operations and classes themselves.</p>
<ul>${links.join('')}</ul>`;
  return [{ place: 'api/index.html', title: 'API', body }, ...pages];
}

/** @param {string} namespace @param {readonly Entry[]} entries @returns {Page} */
function namespacePage(namespace, entries) {
  const of = (/** @type {string} */ kind) => entries.filter((entry) => entry.kind === kind).sort((a, b) => (a.name < b.name ? -1 : 1));
  const list = (/** @type {string} */ title, /** @type {string[]} */ items) =>
    items.length ? `<h2>${title}</h2><ul class="names">${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';
  const linked = (/** @type {Entry} */ { name }) => `<a href="${entryPlace(namespace, name).split('/').at(-1)}"><code>${name}</code></a>`;
  const inner = of('namespace').map(({ name }) => `<a href="../${namespace}.${name}/index.html"><code>${namespace}.${name}</code></a>`);
  const body = `<h1><code>${escaped(namespace)}</code></h1>
${list('Namespaces', inner)}${list('Classes', of('class').map(linked))}${list('Functions', of('function').map(linked))}${list(
    'Values',
    of('value').map(({ name, type }) => `<code>${name}</code> <span class="quiet">${escaped(type)}</span>`),
  )}`;
  return { place: namespacePlace(namespace), title: namespace, body };
}

/** @param {string} namespace @param {Entry} entry @param {Api} api @param {Map<string, string>} homes @returns {Page} */
function entryPage(namespace, entry, api, homes) {
  const place = entryPlace(namespace, entry.name);
  const title = `${namespace}.${entry.name}`;
  const members = isClass(entry.name) ? classMembers(entry.name, place, api, homes) : '';
  const body = `<p class="quiet"><a href="index.html">${escaped(namespace)}</a></p><h1><code>${escaped(title)}</code></h1>
${described(entry, entry.kind === 'class' ? `new ${title}` : title)}${members}`;
  return { place, title, body };
}

/** @param {Entry} entry @param {string} called how it is written */
function described(entry, called) {
  const { signatures = [], doc = '', type } = entry;
  const calls = signatures.map((signature) => `${called}(${argumentsOf(signature)})${result(entry, signature)}`);
  const parameters = signatures.flatMap((signature) => signature.parameters).filter(({ doc: about }) => about);
  const known = [...new Map(parameters.map((parameter) => [parameter.name, parameter])).values()];
  const others = signatures.flatMap(({ about }) => (about ? [said(about)] : []));
  return `${calls.length ? `<pre><code>${escaped([...new Set(calls)].join('\n'))}</code></pre>` : ''}${
    type ? `<p><code>${escaped(type)}</code></p>` : ''
  }${said({ ...entry, doc })}${others.join('')}${
    known.length
      ? `<dl>${known.map(({ name, doc: about = '' }) => `<dt><code>${name}</code></dt><dd>${blocks(about)}</dd>`).join('')}</dl>`
      : ''
  }`;
}

/** @param {Entry} entry @param {Signature} signature */
const result = ({ kind }, { returns }) => (kind === 'class' ? '' : `: ${returns}`);

/** @param {Said} entry */
const said = ({ doc = '', formula, gradient }) =>
  `${blocks(doc)}${formula ? `<p>Formula: <code>${escaped(formula)}</code></p>` : ''}${
    gradient ? `<p>Gradient: <code>${escaped(gradient)}</code></p>` : ''
  }`;

/** Arguments by their names are written in an object at the end. @param {Signature} signature */
function argumentsOf({ parameters }) {
  const one = (/** @type {Parameter} */ { name, type, default: value, variadic }) =>
    `${variadic ? '...' : ''}${name}: ${type}${value === undefined ? '' : ` = ${value}`}`;
  const keywords = parameters.filter(({ keywordOnly }) => keywordOnly).map(one);
  const positional = parameters.filter(({ keywordOnly }) => !keywordOnly).map(one);
  return [...positional, ...(keywords.length ? [`{ ${keywords.join(', ')} }`] : [])].join(', ');
}

/** @param {string} name @param {string} place @param {Api} api @param {Map<string, string>} homes */
function classMembers(name, place, api, homes) {
  const record = api.classes[name];
  if (!record) return '';
  const home = record.extends === undefined ? undefined : homes.get(record.extends);
  const base = record.extends === undefined ? '' : `<code>${escaped(record.extends)}</code>`;
  const linked = home === undefined ? base : `<a href="${upFrom(place)}${home}">${base}</a>`;
  const members = record.members.map((member) => {
    const of = member.of === undefined ? undefined : api.namespaces['torch']?.find((entry) => entry.name === member.of);
    const about = of
      ? `<p>As <a href="${upFrom(place)}${entryPlace('torch', of.name)}"><code>torch.${of.name}</code></a>, of this tensor. ${escaped(of.doc)}</p>`
      : described(member, `.${member.name}`);
    return `<dt id="${member.name}"><code>${member.name}</code></dt><dd>${about}</dd>`;
  });
  return `${base === '' ? '' : `<p>Extends ${linked}.</p>`}${members.length ? `<h2>Members</h2><dl>${members.join('')}</dl>` : ''}`;
}
