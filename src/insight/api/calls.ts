/** Whether and how an unfinished call fits a signature. */
import type { ApiSignature } from './api.js';
import type { CallAround } from './callAround.js';

/** The index of the parameter at the position; -1 for none. */
export function activeIn({ parameters }: ApiSignature, { argument, keywords }: CallAround): number {
  if (keywords) return parameters.findIndex(({ name }) => name === keywords.key);
  const variadic = parameters.findIndex((parameter) => parameter.variadic);
  if (variadic >= 0 && argument >= variadic) return variadic;
  return parameters[argument]?.keywordOnly ? -1 : argument < parameters.length ? argument : -1;
}

/** Whether what is written so far can be a call with this signature. */
export function fits(signature: ApiSignature, call: CallAround): boolean {
  const { parameters } = signature;
  const names = new Set(parameters.map(({ name }) => name));
  const { keywords } = call;
  if (keywords) return [...keywords.given, ...(keywords.key === null ? [] : [keywords.key])].every((name) => names.has(name));
  return activeIn(signature, call) >= 0 || (parameters.length === 0 && call.argument === 0);
}
