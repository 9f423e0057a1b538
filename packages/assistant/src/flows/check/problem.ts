/** Something that is wrong with a flow, at a JSON Pointer; `key` when it is the key itself that is wrong. */
export interface Problem {
  readonly pointer: string;
  readonly message: string;
  readonly key?: boolean | undefined;
}
