/** Escapes text for HTML and SVG: between tags, or in an attribute. Characters that XML does not allow are left out. */
export const escapeHtml = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- the pattern must find control characters
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
