// The pages of the site that people wrote: where each comes from, and where it stands in the navigation.

/** @typedef {{ from: string, to: string, title?: string }} Page */

/** The parts of the navigation, with the files of `docs` in each. A file that is in none stands in the last. */
export const PARTS = [
  { title: 'Start', files: ['README.md'] },
  { title: 'Guides', files: ['coming-from-pytorch', 'operators', 'data', 'plots', 'testing', 'onnx', 'webgl', 'agents'] },
  { title: 'How it works', files: ['architecture', 'layout', 'performance', 'security'] },
  { title: 'The project', files: ['CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE'] },
];

/** Where the page of a file is in the site. @param {string} file a path in the repository */
export function placeOf(file) {
  if (file === 'README.md') return 'index.html';
  if (file === 'README.zh-cn.md') return 'zh-cn.html';
  // There is a page `docs/security.md` already.
  if (file === 'SECURITY.md') return 'reporting.html';
  const place = file.replace(/^docs\//, '').replace(/\.md$/, '');
  return `${/^[A-Z]+$/.test(place) ? place.toLowerCase() : place}.html`;
}

/** The page of an example. @param {string} file such as `examples/07-xor.tl.ts` */
export const exampleOf = (file) => file.replace(/\.(tl\.)?ts$/, '.html');
