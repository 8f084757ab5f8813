/** How many retries a service may still be burdened with. One per service, shared by the whole process. */
export interface RetryBudget {
  /** Counts a call that reached the service. Retries are not calls. */
  recordCall(): void;
  /** Takes one retry out of the budget; false when there is none left. */
  tryTake(): boolean;
  /** Whole retries left at this moment. */
  readonly remaining: number;
}
