import * as vscode from 'vscode';
import type { Description } from '../../language/describe.js';
import { dimsAt } from '../../language/description/dimNames.js';
import { Names } from '../../language/description/names.js';
import type { Outline } from '../../language/outline.js';
import type { Range } from '../../protocol/trace.js';
import { type ModelFiles, openDocument } from '../files/modelFiles.js';
import type { Reach } from '../files/reach.js';
import { TrackedText } from '../../insight/edits/trackedText.js';
import type { Reader } from '../../reader/client/reader.js';

/** When at least so many characters are replaced by as many at once, the texts are compared. */
const LARGE = 20;

export interface Located {
  uri: vscode.Uri;
  range: vscode.Range;
  /** Whether the text within the range is the same as in the run. */
  intact: boolean;
}

type Described = Omit<Description, 'names'> & { names: Names };

/** The texts that one run was made from. They are followed through the edits since the run. */
export class Sources {
  private readonly texts = new Map<string, TrackedText>();
  private readonly descriptions = new Map<string, Promise<Described | null>>();
  /** How many passes the source says that there will be; null where it does not say, or was not read yet. */
  steps: number | null = null;

  constructor(
    private readonly files: ModelFiles,
    private readonly reach: Pick<Reach, 'text'>,
    private readonly reader: Reader,
  ) {}

  /** Reads a file for the linker and remembers what it read. Null for a file that is not there. */
  readonly read = async (file: string): Promise<string | null> => {
    const text = await this.reach.text(file);
    if (text !== null) this.texts.set(file, new TrackedText(text));
    return text;
  };

  /** Whether a file changed since the run. */
  get stale(): boolean {
    for (const text of this.texts.values()) if (!text.pristine) return true;
    return false;
  }

  has(file: string): boolean {
    return this.texts.has(file);
  }

  fileOf(uri: vscode.Uri): string | null {
    const name = this.files.name(uri);
    return name !== null && this.texts.has(name) ? name : null;
  }

  /** The text of a file in the run. */
  text(file: string): string {
    return this.texts.get(file)?.original ?? '';
  }

  /** Follows an edit. Returns whether the document belongs to the run. */
  edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
    const tracked = this.tracked(document.uri);
    if (!tracked) return false;
    for (const change of contentChanges) {
      tracked.edit({ offset: change.rangeOffset, removed: change.rangeLength, text: change.text });
    }
    // After a paste over the same text, formatting, or a change of line ends, much of the new text may equal the old
    // one.
    if (contentChanges.some(({ rangeLength, text }) => Math.min(rangeLength, text.length) > LARGE)) tracked.replace(document.getText());
    // The edit may be an undo. Comparing texts costs more than following an edit, and texts of different lengths need
    // no comparison.
    if (tracked.hasOriginalLength && !tracked.pristine && document.getText() === tracked.original) tracked.replace(tracked.original);
    return true;
  }

  /** Follows a change for which no edits are reported: on disk, or while the file was closed. */
  replaced(uri: vscode.Uri, text: string): boolean {
    const tracked = this.tracked(uri);
    tracked?.replace(text);
    return tracked !== undefined;
  }

  /** The present place of a range of the run; null when its text is gone. */
  locate(range: Range): Located | null {
    return this.locator(range.file)(range);
  }

  /** The same for many ranges of one file. */
  locator(file: string): (range: Omit<Range, 'file'>) => Located | null {
    const uri = this.files.uri(file);
    const document = openDocument(uri);
    const tracked = this.texts.get(file);
    if (!document || !tracked || tracked.isAsWritten) return (range) => ({ uri, range: asWritten(range), intact: true });
    return (range) => {
      const moved = tracked.locate(range);
      return (
        moved && { uri, range: new vscode.Range(document.positionAt(moved.start), document.positionAt(moved.end)), intact: moved.intact }
      );
    };
  }

  /** The place in the text of the run that a position in an editor corresponds to. */
  origin(document: vscode.TextDocument, position: vscode.Position): { file: string; line: number; column: number } | null {
    const file = this.fileOf(document.uri);
    const found = file === null ? null : this.texts.get(file)?.origin(document.offsetAt(position));
    return file !== null && found ? { file, line: found[0], column: found[1] } : null;
  }

  /** Which variable each name in the text of the run refers to; null for a file that is no valid program. */
  async names(file: string): Promise<Names | null> {
    return (await this.described(file))?.names ?? null;
  }

  /** The author's names for the dimensions of a tensor of this shape, by the place of its name. Null where nothing that is written fits. */
  async dims(definition: Range, shape: readonly number[]): Promise<readonly string[] | null> {
    const described = await this.described(definition.file);
    return described && dimsAt(described.dims, definition, shape);
  }

  async outline(file: string): Promise<Outline | null> {
    return (await this.described(file))?.outline ?? null;
  }

  /** Reads the description of the model's own text ahead of time, so that the first hover need not wait. */
  async prepare(): Promise<void> {
    this.steps = (await this.described(this.files.entry))?.steps ?? null;
  }

  private described(file: string): Promise<Described | null> {
    const known = this.descriptions.get(file);
    if (known) return known;
    const described = this.describe(file);
    this.descriptions.set(file, described);
    return described;
  }

  private async describe(file: string): Promise<Described | null> {
    const text = this.texts.get(file)?.original;
    if (text === undefined || file.endsWith('.json')) return null;
    try {
      const description = await this.reader.describe(file, text);
      return description && { ...description, names: new Names(file, text, description.names) };
    } catch {
      // The thread that reads texts has ended. The next run gets another one.
      return null;
    }
  }

  private tracked(uri: vscode.Uri): TrackedText | undefined {
    const name = this.files.name(uri);
    return name === null ? undefined : this.texts.get(name);
  }
}

const asWritten = ({ line, column, endLine, endColumn }: Omit<Range, 'file'>): vscode.Range =>
  new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
