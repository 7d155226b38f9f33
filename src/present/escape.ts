/** Text escaped for HTML and SVG: between tags, or in an attribute. Signs that XML has no place for are left out. */
export const escapeHtml = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- they are what it looks for
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
