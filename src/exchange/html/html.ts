import { escapeHtml } from '../../present/escape.js';
import type { Translations } from '../../protocol/l10n.js';

/** How the page of the panel is handed its translations (webview/translations.ts reads them): an attribute of the body, none in English. */
export const translationsAttribute = (translations: Translations | undefined): string =>
  translations ? ` data-translations="${escapeHtml(JSON.stringify(translations))}"` : '';
