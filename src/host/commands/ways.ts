/**
 * Ways in and out that only commands need: a bundle of its own under Node (`ways` in scripts/build.mjs), which is read
 * when the first of them is asked for. Such a bundle has no translations until it is handed them.
 */
export { comparisonOf } from '../../exchange/comparison/comparison.js';
export { pageOf } from '../../exchange/comparison/page.js';
export { convertPython } from '../../exchange/python/convert.js';
export { NotPython } from '../../exchange/python/reading/syntax.js';
export { pythonScript } from '../../exchange/pytorch/script.js';
export { useTranslations } from '../../protocol/l10n.js';
