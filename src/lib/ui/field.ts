/** What every question on a form has. `id` is the input's, and its name unless `name` says otherwise. */
export type FieldProps = {
  id: string;
  name?: string;
  label: string;
  hint?: string | null | undefined;
  error?: string | undefined;
  /** Says so beside the label; all else needs an answer. */
  optional?: boolean;
};

/** The ids of hint and error for `aria-describedby`; `undefined` when there is neither. */
export function describedBy({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>): string | undefined {
  return [hint && `${id}-h`, error && `${id}-e`].filter(Boolean).join(' ') || undefined;
}
