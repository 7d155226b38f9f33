/** The types of the members of modules in `furtherModule.ts`. */

export interface FurtherModule {
  /** Converts to float16. @returns itself */
  half(): this;
  /** Converts to bfloat16. @returns itself */
  bfloat16(): this;
  /** Shares the memory with other processes: there are none here. @returns itself */
  share_memory(): this;
}
