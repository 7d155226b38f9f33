import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';

/** The part of the API that VS Code has since 1.101. Older versions have none of it. */
interface WithServers {
  registerMcpServerDefinitionProvider?(
    id: string,
    provider: { onDidChangeMcpServerDefinitions: vscode.Event<void>; provideMcpServerDefinitions(): object[] },
  ): vscode.Disposable;
}
type Definition = new (label: string, command: string, args: string[], env: Record<string, string>, version: string) => object;

/** The same id as in package.json. */
const ID = 'tensorLens.mcp';

/**
 * Offers `tensor-lens mcp` to the assistants in VS Code. It serves the folders of the workspace, and none where they
 * are not trusted.
 * @param execPath the path of Node, which a browser does not have
 */
export function registerMcpServer(extension: vscode.ExtensionContext, execPath: string): vscode.Disposable[] {
  const { registerMcpServerDefinitionProvider: register } = vscode.lm as unknown as WithServers;
  const { McpStdioServerDefinition: Server } = vscode as unknown as { McpStdioServerDefinition?: Definition };
  if (!register || !Server) return [];
  const changed = new vscode.EventEmitter<void>();
  const provideMcpServerDefinitions = (): object[] => {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
    if (!vscode.workspace.isTrusted || folders.length === 0) return [];
    const script = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'mcp.mjs').fsPath;
    const version = String(extension.extension.packageJSON.version);
    return [new Server(t('Tensor Lens: models of this workspace'), execPath, [script, ...folders], { ELECTRON_RUN_AS_NODE: '1' }, version)];
  };
  return [
    changed,
    register.call(vscode.lm, ID, { onDidChangeMcpServerDefinitions: changed.event, provideMcpServerDefinitions }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
  ];
}
