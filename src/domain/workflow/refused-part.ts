/** Why a file is not read, by reason; a sentence for each lives with who shows it. */
export type RefusedReason =
  | 'too-large'
  | 'not-text'
  | 'document-type'
  | 'entity'
  | 'not-well-formed'
  | 'not-bpmn'
  | 'id-doubled'
  | 'id-missing'
  | 'points-nowhere'
  | 'points-elsewhere'
  | 'flow-into-start'
  | 'flow-out-of-end'
  | 'no-workflow'
  | 'no-start'
  | 'condition-unreadable'
  | 'value-unreadable'
  | 'not-in-subset';

/** A part of a file that a workflow cannot be read from: outside of the subset, or no good BPMN at all. */
export type RefusedPart = {
  readonly kind: 'unsupported' | 'malformed';
  /** Its id, or that of what it stands in; empty where the file is not even read so far. */
  readonly element: string;
  readonly reason: RefusedReason;
  /** What stands there, in the file's own words. */
  readonly what: string;
  /** Counted from 1; null when the place is told by the element. */
  readonly line: number | null;
  readonly column: number | null;
};

/** Something that is allowed and doubtful. */
export type Doubt = {
  readonly kind:
    | 'no-end-event'
    | 'implicit-end'
    | 'choice-without-default'
    | 'condition-missing'
    | 'timer-without-time'
    | 'timer-unreadable'
    | 'never-reached'
    | 'unknown-part'
    | 'points-nowhere';
  readonly element: string;
  readonly what: string;
};

export function malformed(
  element: string,
  reason: RefusedReason,
  what: string,
  line: number | null = null,
  column: number | null = null,
): RefusedPart {
  return { kind: 'malformed', element, reason, what, line, column };
}

export function unsupported(element: string, what: string): RefusedPart {
  return { kind: 'unsupported', element, reason: 'not-in-subset', what, line: null, column: null };
}
