import { escapeHtml } from '../../present/escape.js';
import type { Translations } from '../../protocol/l10n.js';

/**
 * The attribute of the body that gives the panel's page its translations (webview/translations.ts reads it). None in
 * English.
 */
export const translationsAttribute = (translations: Translations | undefined): string =>
  translations ? ` data-translations="${escapeHtml(JSON.stringify(translations))}"` : '';
