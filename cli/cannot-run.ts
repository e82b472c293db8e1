/** Why the program cannot run, in one sentence that says what to do: printed alone, without a stack. */
export class CannotRun extends Error {}
