/**
 * Every sentence of Tensor Lens that a person reads goes through `t`: in the extension host, in the worker that
 * explains a failed run, in the panel. Each of them gets the translations for VS Code's display language when it
 * starts. Without translations, and on the command line, the sentences are in English. Names, numbers and PyTorch's own
 * messages are not translated.
 */

/** Translations by their English text: l10n/bundle.l10n.LANGUAGE.json. */
export type Translations = Readonly<Record<string, string>>;

let translations: Translations | undefined;

export function useTranslations(given: Translations | undefined): void {
  translations = given;
}

/** The present translations; undefined in English. */
export const translationsInUse = (): Translations | undefined => translations;

/** `message` in the user's language, with `{0}`, `{1}` ... replaced. The English text is the key. */
export const t = (message: string, ...args: (string | number)[]): string =>
  (translations?.[message] ?? message).replace(/\{(\d+)\}/g, (placeholder, index: string) => String(args[Number(index)] ?? placeholder));
