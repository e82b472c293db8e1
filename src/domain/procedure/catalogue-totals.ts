/** A level's catalogue in figures; fields are counted once each. */
export type LevelTotals = {
  readonly procedures: number;
  readonly fields: number;
  /** Committed time shorter than the legal time. */
  readonly cut: number;
  readonly cutFields: number;
  /** At the centre, or at the ward or commune for an interlinked one. */
  readonly received: number;
  readonly receivedFields: number;
  readonly notReceived: number;
  readonly threeLevel: number;
  readonly threeLevelFields: number;
};

export type CatalogueTotals = { readonly district: LevelTotals; readonly commune: LevelTotals };
