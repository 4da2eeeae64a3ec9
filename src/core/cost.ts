/** What a service says that a task cost. */
export interface Cost {
  /** 0 to `MOST_COST`, to six decimals. */
  amount: number;
  /** An ISO 4217 code such as `USD`, `credits`, or the service's own word; null if it states a bare number. */
  unit: string | null;
}

/** Nothing costs more; what is above was something else. */
export const MOST_COST = 1e9;
/** The longest word for a unit, in characters. */
export const LONGEST_UNIT = 20;

/** An amount as it is kept: finite, not negative, to six decimals; null for any other. */
export function boundedAmount(amount: number): number | null {
  return amount >= 0 && amount <= MOST_COST ? Math.round(amount * 1e6) / 1e6 : null;
}
