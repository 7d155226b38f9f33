import * as vscode from 'vscode';
import { documentationOf, signatureText } from '../../insight/api/apiText.js';
import { activeIn, fits } from '../../insight/api/calls.js';
import type { Library } from './library.js';

/** PyTorch's signatures of the function that is being called. The current argument is marked. */
export class ApiSignatures implements vscode.SignatureHelpProvider {
  constructor(private readonly library: Library) {}

  async provideSignatureHelp(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.SignatureHelp | null> {
    const found = await this.library.callAt(document, position);
    const meaning = found?.text.meaning(found.call.callee);
    if (!found || !meaning || !('entry' in meaning) || !meaning.entry) return null;
    const { text, call } = found;
    const signatures = text.signatures(meaning, call.callee.isNew);
    if (signatures.length === 0) return null;
    const { path, entry } = meaning;
    const help = new vscode.SignatureHelp();
    help.signatures = signatures.map((signature) => {
      const { text: label, ranges } = signatureText(path, signature);
      const information = new vscode.SignatureInformation(label, new vscode.MarkdownString(documentationOf(entry, signature)));
      information.parameters = ranges.map((range, i) => new vscode.ParameterInformation(range, signature.parameters[i]!.doc));
      information.activeParameter = activeIn(signature, call);
      return information;
    });
    const fitting = signatures.findIndex((signature) => fits(signature, call));
    help.activeSignature = Math.max(0, fitting);
    help.activeParameter = help.signatures[help.activeSignature]!.activeParameter ?? -1;
    return help;
  }
}
