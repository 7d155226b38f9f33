import * as vscode from 'vscode';
import type { ApiEntry } from '../../insight/api/api.js';
import { documentationOf, headlineOf } from '../../insight/api/apiText.js';
import type { Library } from './library.js';
import type { Meaning } from '../../insight/api/meaning.js';
import { tokensBefore } from '../../insight/api/tokens.js';

const KINDS: { [K in ApiEntry['kind']]: vscode.CompletionItemKind } = {
  namespace: vscode.CompletionItemKind.Module,
  function: vscode.CompletionItemKind.Function,
  class: vscode.CompletionItemKind.Class,
  value: vscode.CompletionItemKind.Constant,
  method: vscode.CompletionItemKind.Method,
  property: vscode.CompletionItemKind.Field,
};

export class Member extends vscode.CompletionItem {
  constructor(
    readonly entry: ApiEntry,
    readonly path: string,
  ) {
    super(entry.name, KINDS[entry.kind]);
  }
}

/** The members that can follow after a dot, for a part of the library or one of its objects. */
export class MemberCompletions implements vscode.CompletionItemProvider<Member> {
  constructor(private readonly library: Library) {}

  async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): Promise<Member[]> {
    const text = await this.library.textAt(document, position);
    if (!text) return [];
    const { list } = text.tokens;
    const offset = document.offsetAt(position);
    let dot = tokensBefore(text.tokens, offset) - 1;
    // The word at the cursor is skipped. It may end here or go on.
    const next = list[dot + 1];
    if (list[dot]?.kind === 'name' && list[dot]!.end === offset && !(next && next.start < offset)) dot--;
    if (!/^\??\.$/.test(list[dot]?.text ?? '')) return [];
    const chain = text.chainBefore(dot);
    const meaning = chain && text.meaning(chain);
    const members = meaning && text.members(meaning);
    return members ? [...members.values()].map((entry) => new Member(entry, `${pathOf(meaning)}.${entry.name}`)) : [];
  }

  resolveCompletionItem(item: Member): Member {
    item.detail = headlineOf(item.entry, item.path);
    item.documentation = new vscode.MarkdownString(documentationOf(item.entry));
    return item;
  }
}

const pathOf = (meaning: Meaning): string => (meaning.kind === 'instance' ? meaning.of : meaning.path);
