/** This module is imported before all others of the panel, so that constants can be translated too. */
import { useTranslations, type Translations } from '../src/protocol/l10n.js';

const given = document.body.dataset['translations'];
useTranslations(given ? (JSON.parse(given) as Translations) : undefined);
