// Pages in Markdown as HTML.
import MarkdownIt from 'markdown-it';
import path from 'node:path';
import { exampleOf, placeOf } from './pages.mjs';
import { upFrom } from './html.mjs';

const markdown = new MarkdownIt({ html: false, linkify: false });

/** The name of a heading within its page, as GitHub makes it. @param {string} text */
const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** A wide table scrolls by itself. */
markdown.renderer.rules['table_open'] = () => '<div class="scroll" tabindex="0"><table>';
markdown.renderer.rules['table_close'] = () => '</table></div>';

/** What an entry says of itself. Its star stands for dims of any number. @param {string} text */
export const blocks = (text) => markdown.render(text.replaceAll('(*', '(\\*'));

/**
 * @param {string} text
 * @param {{ file: string, place: string, copied: (file: string) => void }} page the file in the repository, its place in the site, and
 * what is told of files that have to be in the site
 */
export function pageOf(text, { file, place, copied }) {
  const tokens = markdown.parse(text, {});
  let title = '';
  const used = new Set();
  tokens.forEach((token, i) => {
    if (token.type === 'heading_open') {
      const said = tokens[i + 1]?.content ?? '';
      if (title === '') title = said.replace(/[`*]/g, '');
      let id = slug(said);
      while (used.has(id)) id += '-1';
      used.add(id);
      token.attrSet('id', id);
    }
    for (const child of token.children ?? [])
      for (const name of ['href', 'src']) {
        const to = child.attrGet(name);
        if (to !== null) child.attrSet(name, resolved(to, { file, place, copied }));
      }
  });
  return { title, body: markdown.renderer.render(tokens, markdown.options, {}) };
}

/** Where a link of a file leads in the site. @param {string} to @param {{ file: string, place: string, copied: (file: string) => void }} page */
function resolved(to, { file, place, copied }) {
  if (/^([a-z]+:|#)/.test(to)) return to;
  const [target = '', anchor] = decodeURI(to).split('#');
  const found = path.posix.join(path.posix.dirname(file), target);
  const suffix = anchor === undefined ? '' : `#${anchor}`;
  if (/^examples\/.*\.ts$/.test(found)) return upFrom(place) + exampleOf(found);
  if (found.endsWith('.md') || found === 'LICENSE') return upFrom(place) + placeOf(found) + suffix;
  copied(found);
  return upFrom(place) + found;
}
