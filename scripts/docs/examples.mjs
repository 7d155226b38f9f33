// The pages of the examples: the code, and below it the page of a run that one can walk through.
import fs from 'node:fs';
import path from 'node:path';
import { root, run } from '../processes.mjs';
import { escaped } from './html.mjs';
import { exampleOf } from './pages.mjs';

/** @typedef {{ place: string, title: string, body: string }} Page */

/**
 * Runs every example, and writes the page of its run into the site.
 * @param {string} site
 * @param {boolean} runs false: no example runs
 * @returns {Promise<Page[]>}
 */
export async function examplePages(site, runs) {
  const files = fs
    .readdirSync(path.join(root, 'examples'))
    .filter((name) => name.endsWith('.ts'))
    .sort();
  fs.mkdirSync(path.join(site, 'examples/runs'), { recursive: true });
  /** @type {Page[]} */
  const pages = [];
  for (const name of files) {
    const file = `examples/${name}`;
    const place = exampleOf(file);
    const live = runs && name.endsWith('.tl.ts') ? `runs/${path.basename(place)}` : null;
    if (live) await run(process.execPath, ['dist/cli.mjs', 'run', file, '--html', path.join(site, 'examples', live)]);
    pages.push({ place, title: titleOf(name), body: bodyOf(name, live) });
  }
  return pages;
}

/** @param {string} name */
const titleOf = (name) => name.replace(/\.(tl\.)?ts$/, '').replaceAll('-', ' ');

/** @param {string} name @param {string | null} live */
function bodyOf(name, live) {
  const code = fs.readFileSync(path.join(root, 'examples', name), 'utf8');
  const shown = live
    ? `<h2>Its run</h2><p><a href="${live}">On a page of its own</a>: the graph, every pass, every number.</p><iframe src="${live}" title="The run of ${escaped(name)}" loading="lazy"></iframe>`
    : '';
  return `<h1>${escaped(titleOf(name))}</h1><pre><code>${escaped(code)}</code></pre>${shown}`;
}
