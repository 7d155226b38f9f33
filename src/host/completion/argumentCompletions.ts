import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import type { Sessions } from '../sessions/sessions.js';
import type { ApiParameter } from '../../insight/api/api.js';
import { parameterText } from '../../insight/api/apiText.js';
import { dimsOf, isDim, offerAt, type Offer } from '../../insight/api/arguments.js';
import { lastShape } from './lastShape.js';
import type { Library } from './library.js';

/** After these signs a space opens the completions. Enter must not: in a call that spans lines it must stay a line break. */
const EXPECTANT = /[{,:[(]\s*$/;

/**
 * PyTorch's keyword arguments, and the dims of the current tensor. Keywords are offered only here: our plugin removes
 * TypeScript's. Plain values such as `true` are offered by TypeScript where it knows the declarations.
 */
export class ArgumentCompletions implements vscode.CompletionItemProvider {
  constructor(
    private readonly library: Library,
    private readonly sessions: Sessions,
    private readonly isTyped: boolean,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _: vscode.CancellationToken,
    { triggerCharacter }: Pick<vscode.CompletionContext, 'triggerCharacter'>,
  ): Promise<vscode.CompletionItem[]> {
    const isSpace = triggerCharacter !== undefined;
    if (isSpace && !EXPECTANT.test(document.lineAt(position.line).text.slice(0, position.character))) return [];
    const found = await this.library.callAt(document, position);
    const offer = found && offerAt(found.text, found.call);
    if (!offer) return [];
    const { call, keywords, current } = offer;
    const dims = current.some(isDim) ? await this.dims(document, offer) : [];
    if (call.keywords?.key != null) return [...dims, ...(this.isTyped ? [] : current.flatMap(values))];
    if (call.keywords) return keywords.map(keyword);
    const isBegun = !/^\s*\w*$/.test(found.text.text.slice(call.begin, document.offsetAt(position)));
    return isSpace || isBegun ? dims : [...dims, ...keywords.map(keywordInBraces)];
  }

  private async dims(document: vscode.TextDocument, { operand }: Offer): Promise<vscode.CompletionItem[]> {
    const last = operand && (await lastShape(this.sessions, document, operand.start, operand.end));
    const { shape = [], names = [] } = last ?? {};
    return dimsOf(shape).map(({ dim, size }, i) => {
      const description = [names.at(dim), t('size {0}', size)].filter(Boolean).join(' · ');
      const item = new vscode.CompletionItem({ label: String(dim), description }, vscode.CompletionItemKind.EnumMember);
      item.documentation = t('Dim {0} of [{1}].', dim, shape.map((length, j) => (names[j] ? `${names[j]}: ${length}` : length)).join(', '));
      item.sortText = ` ${i}`;
      return item;
    });
  }
}

function keyword(parameter: ApiParameter, i: number): vscode.CompletionItem {
  const { name, doc } = parameter;
  const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Property);
  item.detail = parameterText(parameter);
  if (doc !== undefined) item.documentation = new vscode.MarkdownString(doc);
  item.insertText = new vscode.SnippetString(`${name}: ${placeholder(parameter)}`);
  item.sortText = `!${String(i).padStart(2, '0')}`;
  if (isDim(parameter)) item.command = { title: t('Show Dims'), command: 'editor.action.triggerSuggest' };
  return item;
}

/** A keyword with braces around it, for a call whose braces are not written yet. */
function keywordInBraces(parameter: ApiParameter, i: number): vscode.CompletionItem {
  const item = keyword(parameter, i);
  item.label = { label: parameter.name, description: '{ }' };
  item.filterText = parameter.name;
  item.insertText = new vscode.SnippetString(`{ ${parameter.name}: ${placeholder(parameter)} }`);
  return item;
}

/** The value to insert. For a flag, the user usually wants the opposite of the default. */
const placeholder = ({ type, default: value }: ApiParameter): string =>
  !isFlag(type) ? '$1' : value === 'True' ? '${1|false,true|}' : '${1|true,false|}';

function values({ type }: ApiParameter): vscode.CompletionItem[] {
  const words = [...(isFlag(type) ? ['true', 'false'] : []), ...(type.includes('None') ? ['null'] : [])];
  return words.map((word) => new vscode.CompletionItem(word, vscode.CompletionItemKind.Value));
}

const isFlag = (type: string): boolean => /^bool(ean)?\b/.test(type);
