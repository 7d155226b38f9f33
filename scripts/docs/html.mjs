// The frame of every page of the site.

/** @param {unknown} text */
export const escaped = (text) =>
  String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** The way from a page to the top of the site: '' or '../' … @param {string} place */
export const upFrom = (place) => '../'.repeat(place.split('/').length - 1);

/** @typedef {{ title: string, links: { text: string, to: string }[] }} Part */

/**
 * @param {{ place: string, title: string, body: string, language?: string }} page
 * @param {readonly Part[]} parts the navigation
 */
export function framed({ place, title, body, language = 'en' }, parts) {
  const up = upFrom(place);
  const list = (/** @type {Part} */ part) => `<h2>${escaped(part.title)}</h2><ul>${part.links.map(link).join('')}</ul>`;
  const link = (/** @type {{ text: string, to: string }} */ { text, to }) =>
    `<li><a href="${up}${to}"${to === place ? ' aria-current="page"' : ''}>${escaped(text)}</a></li>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}${title === 'Tensor Lens' ? '' : ' · Tensor Lens'}</title>
<link rel="icon" href="${up}icon.svg">
<link rel="stylesheet" href="${up}style.css">
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<nav aria-label="Pages"><a class="name" href="${up}index.html"><img src="${up}icon.svg" alt="">Tensor Lens</a>${parts.map(list).join('')}</nav>
<main id="main">
${body}
</main>
</body>
</html>
`;
}

export const STYLE = `:root { color-scheme: light dark; --back: #fff; --text: #1b2430; --quiet: #5a6675; --line: #d5dbe3; --code: #f3f5f8; --link: #0a58ca; }
@media (prefers-color-scheme: dark) { :root { --back: #11161f; --text: #dfe5ee; --quiet: #9aa7b8; --line: #2b3442; --code: #1a212d; --link: #7db0ff; } }
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: 16rem minmax(0, 1fr); background: var(--back); color: var(--text); font: 16px/1.6 system-ui, sans-serif; }
a { color: var(--link); }
nav { padding: 1.5rem 1rem; border-right: 1px solid var(--line); height: 100vh; overflow: auto; position: sticky; top: 0; font-size: 0.9rem; }
nav .name { display: flex; align-items: center; gap: 0.5rem; font-weight: 600; text-decoration: none; color: var(--text); }
nav img { width: 1.6rem; }
nav h2 { font-size: 0.75rem; text-transform: uppercase; letter-spacing: 0.06em; color: var(--quiet); margin: 1.2rem 0 0.3rem; border: 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a[aria-current] { font-weight: 600; color: var(--text); }
main { max-width: 56rem; padding: 1.5rem 2rem 4rem; overflow-wrap: break-word; }
h1 { line-height: 1.25; } h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); }
code, pre { font: 0.88em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--code); border-radius: 4px; }
code { padding: 0.1em 0.3em; } pre { padding: 0.9rem; overflow: auto; } pre code { padding: 0; background: none; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
img { max-width: 100%; } iframe { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 6px; }
dt { margin-top: 0.8rem; } dd { margin: 0 0 0 1.2rem; } .quiet { color: var(--quiet); }
.names { columns: 14rem; padding-left: 1.1rem; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 0.5rem; top: 0.5rem; background: var(--back); padding: 0.4rem; z-index: 1; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border: 0; border-bottom: 1px solid var(--line); } main { padding: 1rem; } }
`;
