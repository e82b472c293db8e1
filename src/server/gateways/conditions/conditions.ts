/** What conditions of FEEL give, by their names: true, or false for what is not, fails, gives no answer or takes too long. */
export type Conditions = {
  readonly decide: (
    conditions: Readonly<Record<string, string>>,
    context: Readonly<Record<string, string | number | null>>,
  ) => Promise<Readonly<Record<string, boolean>>>;
};
