/** The types of the members of modules in `furtherModule.ts`. */

export interface FurtherModule {
  /** Converts to float16. @returns itself */
  half(): this;
  /** Converts to bfloat16. @returns itself */
  bfloat16(): this;
  /**
   * Puts a module at a qualified name, in the place of another or as a new one. @throws AttributeError when nothing is there to hold
   * it, or (with `strict`) to be replaced
   */
  set_submodule(target: string, module: object, strict?: boolean | { strict?: boolean }): void;
  /** Shares the memory with other processes: there are none here. @returns itself */
  share_memory(): this;
}
