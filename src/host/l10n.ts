/**
 * Every string a person reads goes through `t`. It is handed over at start (`vscode.l10n.t`), so that
 * the files that make text need no vscode and can be tested without one.
 */
type Translate = (message: string, ...args: (string | number)[]) => string;

const inEnglish: Translate = (message, ...args) => message.replace(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)]));

let translate: Translate = inEnglish;

export function useTranslations(with_: Translate): void {
  translate = with_;
}

/** `message` in the user's language, with `{0}`, `{1}` ... replaced. The English text is the key in l10n/. */
export const t: Translate = (message, ...args) => translate(message, ...args);
