// Puts the site together, and checks that every link of it leads somewhere.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../processes.mjs';
import { apiPages } from './api.mjs';
import { examplePages } from './examples.mjs';
import { framed, STYLE } from './html.mjs';
import { pageOf } from './markdown.mjs';
import { PARTS, placeOf } from './pages.mjs';

/** @typedef {{ place: string, title: string, body: string, language?: string }} Page */

/**
 * Writes the site anew. Returns how many pages it has.
 * @param {string} site the folder
 * @param {{ runs: boolean }} options `runs`: whether the examples run
 * @throws Error that names every link which leads nowhere
 */
export async function writeSite(site, { runs }) {
  fs.rmSync(site, { recursive: true, force: true });
  fs.mkdirSync(site, { recursive: true });
  const copied = new Set(['media/icon.svg']);
  const written = [
    ...files('docs'),
    ...files('docs/diagnostics'),
    'README.md',
    'README.zh-cn.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'LICENSE',
  ];
  const texts = written.map((file) => textPage(file, (name) => void copied.add(name)));
  const api = apiPages(JSON.parse(fs.readFileSync(path.join(root, 'dist/api.json'), 'utf8')));
  const examples = await examplePages(site, runs);
  const parts = navigation(texts, examples);
  const pages = [...texts, diagnosticsPage(texts), ...examples, ...api];
  const places = pages.map(({ place }) => place.toLowerCase());
  const twice = places.filter((place, i) => places.indexOf(place) !== i);
  if (twice.length) throw new Error(`Two pages have the same place: ${twice.join(', ')}.`);
  for (const page of pages) put(site, page.place, framed(page, parts));
  put(site, 'style.css', STYLE);
  for (const file of copied) {
    if (!fs.existsSync(path.join(root, file))) throw new Error(`A page names ${file}, which does not exist.`);
    put(site, file === 'media/icon.svg' ? 'icon.svg' : file, fs.readFileSync(path.join(root, file)));
  }
  const dead = deadLinks(site);
  if (dead.length) throw new Error(`These links lead nowhere:\n${dead.join('\n')}`);
  return { pages: pages.length };
}

/** @param {string} folder */
const files = (folder) =>
  fs
    .readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
    .sort();

/** @param {string} file @param {(file: string) => void} copied @returns {Page} */
function textPage(file, copied) {
  const place = placeOf(file);
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const { title, body } = pageOf(file === 'LICENSE' ? `# License\n\n${text}` : text, { file, place, copied });
  return { place, title, body, ...(file.includes('zh-cn') && { language: 'zh-CN' }) };
}

/** @param {readonly Page[]} texts @returns {Page} */
function diagnosticsPage(texts) {
  const items = texts
    .filter(({ place }) => place.startsWith('diagnostics/'))
    .map(({ place, title }) => `<li><a href="${path.posix.basename(place)}">${title}</a></li>`);
  const body = `<h1>Warnings and errors</h1><p>What is told about a run, and how to mend it.</p><ul>${items.join('')}</ul>`;
  return { place: 'diagnostics/index.html', title: 'Warnings and errors', body };
}

/** @param {readonly Page[]} texts @param {readonly Page[]} examples */
function navigation(texts, examples) {
  const named = PARTS.map(({ title, files: names }) => ({
    title,
    links: names.flatMap((name) => {
      const place = placeOf(name);
      const page = texts.find((text) => text.place === place);
      return page ? [{ text: page.title, to: place }] : [];
    }),
  }));
  const isNamed = new Set(named.flatMap(({ links }) => links.map(({ to }) => to)));
  const others = texts.filter(({ place }) => !isNamed.has(place) && !place.includes('/'));
  named.at(-1)?.links.push(...others.map(({ title, place, language }) => ({ text: language === undefined ? title : '中文', to: place })));
  const reference = {
    title: 'Reference',
    links: [
      { text: 'API', to: 'api/index.html' },
      { text: 'Warnings and errors', to: 'diagnostics/index.html' },
    ],
  };
  const shown = { title: 'Examples', links: examples.map(({ title, place }) => ({ text: title, to: place })) };
  return [...named.slice(0, 2), shown, reference, ...named.slice(2)];
}

/** @param {string} site @param {string} place @param {string | Uint8Array} content */
function put(site, place, content) {
  const file = path.join(site, place);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

/** The links of the site's own pages that lead to no file, or to no heading of it. @param {string} site */
export function deadLinks(site) {
  const all = fs.readdirSync(site, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const pages = all.filter((name) => name.endsWith('.html') && !name.startsWith('examples/runs/'));
  const texts = new Map(pages.map((page) => [page, fs.readFileSync(path.join(site, page), 'utf8')]));
  return pages.flatMap((page) =>
    [...(texts.get(page) ?? '').matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, link = '']) => {
      if (/^[a-z]+:/.test(link)) return [];
      const [target = '', anchor] = link.replaceAll('&amp;', '&').split('#');
      const found = target === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(target));
      const isThere = all.includes(found) && !fs.statSync(path.join(site, found)).isDirectory();
      const isNamed = !anchor || !texts.has(found) || texts.get(found)?.includes(` id="${decodeURIComponent(anchor)}"`);
      return isThere && isNamed ? [] : [`${page}: ${link}`];
    }),
  );
}
