/** JavaScript's errors of a missing value, in words that say what to do. The place of the error is where the expression stands. */
import { t } from '../../protocol/l10n.js';

const say: readonly [RegExp, (match: readonly string[]) => string][] = [
  [
    /^Cannot read properties of (undefined|null) \(reading '(.{1,200})'\)$/s,
    ([, value, name]) =>
      t(
        "'.{0}' is read from {1}: what stands before it has no value here. Look at where it should get one: an argument, a field, or the return of a function.",
        name!,
        value!,
      ),
  ],
  [
    /^Cannot set properties of (undefined|null) \(setting '(.{1,200})'\)$/s,
    ([, value, name]) =>
      t("'.{0}' is set on {1}: what stands before it has no value here. Look at where it should get one.", name!, value!),
  ],
  [
    /^(?:object )?(undefined|null) is not iterable\b/,
    ([, value]) =>
      t(
        'What is taken apart or gone through here is {0}, and not a list or a tensor. Look at what should have been returned or given.',
        value!,
      ),
  ],
];

/** The sentence for a message of V8; the message itself where it says enough. */
export function inOwnWords(message: string): string {
  for (const [pattern, sentence] of say) {
    const match = pattern.exec(message);
    if (match) return sentence(match);
  }
  return message;
}
