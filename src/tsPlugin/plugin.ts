/**
 * The plugin for every host of TypeScript's server. In a model file, an import of 'tensor-lens' resolves to the declarations
 * that the extension ships, so that completion, hovers and errors work with nothing installed in the user's workspace. A
 * 'tensor-lens' in the workspace itself takes precedence. In model files, operators on tensors have types (operators/).
 */
import type ts from 'typescript';
import { withoutTold } from './habits.js';
import { withoutKeywords } from './keywords.js';
import { addDeclarations, patchRegistry, withOperators, type Operators } from './operators/service.js';

const SHIPPED = 'tensor-lens';
/** The imports of a model file, and the folders of their declarations. */
const FOLDERS: Readonly<Record<string, string>> = Object.fromEntries(
  ['', '/python', '/test', '/pyplot', '/numpy', '/torchvision', '/sklearn'].map((folder) => [`${SHIPPED}${folder}`, folder]),
);
const isModelFile = (file: string) => /\.tl(?:\.test)?\.ts$/.test(file);

/** What the extension tells the plugin. */
export interface PluginSettings {
  /** Whether habits of Python are shown. */
  habits: boolean;
}

/**
 * @param types the folder of the declarations, with `/`
 * @param prepare is called with a project before any of its files is read
 */
export function pluginFor(
  types: string,
  prepare: (info: ts.server.PluginCreateInfo) => void = () => undefined,
): ts.server.PluginModuleFactory {
  let showsHabits = true;
  return ({ typescript }) => ({
    onConfigurationChanged(given: PluginSettings) {
      showsHabits = given.habits;
    },
    create(info) {
      const { languageServiceHost: host, languageService, project } = info;
      const resolve = host.resolveModuleNameLiterals?.bind(host);
      if (!resolve) return languageService;

      prepare(info);
      const isOurs = (file: string) => file.startsWith(`${types}/`) || file.includes(`/node_modules/${SHIPPED}/`);
      const declarations = (folder: string): ts.ResolvedModuleFull => ({
        resolvedFileName: `${types}${folder}/index.d.ts`,
        extension: typescript.Extension.Dts,
        isExternalLibraryImport: true,
        resolvedUsingTsExtension: false,
      });
      host.resolveModuleNameLiterals = (literals, file, ...rest) => {
        const found = resolve(literals, file, ...rest);
        if (!isModelFile(file)) return found;
        return found.map((result, i) => {
          const folder = FOLDERS[literals[i]?.text ?? ''];
          return result.resolvedModule || folder === undefined ? result : { ...result, resolvedModule: declarations(folder) };
        });
      };
      const operators: Operators = { isModelFile, declarations: `${types}/operators.d.ts` };
      const { documentRegistry } = project.projectService as unknown as { documentRegistry?: object };
      const service = withoutKeywords(typescript, languageService, isModelFile, isOurs);
      const told = (of: ts.LanguageService) => withoutTold(of, isModelFile, () => showsHabits);
      if (!documentRegistry) return told(service);
      patchRegistry(typescript, documentRegistry, operators);
      addDeclarations(host, operators);
      return told(withOperators(typescript, service, operators));
    },
  });
}
