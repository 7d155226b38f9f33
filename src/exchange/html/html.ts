import type { Translations } from '../../protocol/l10n.js';

/** Text escaped for HTML: between tags, or in an attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** How the page of the panel is handed its translations (webview/translations.ts reads them): an attribute of the body, none in English. */
export const translationsAttribute = (translations: Translations | undefined): string =>
  translations ? ` data-translations="${escapeHtml(JSON.stringify(translations))}"` : '';
