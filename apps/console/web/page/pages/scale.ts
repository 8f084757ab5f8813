/** A stretch of time that starts with the page's request, to place bars on: in percent of it. */
export interface Scale {
  at(ms: number): string;
  /** Never too thin to be seen. */
  between(fromMs: number, toMs: number): { readonly left: string; readonly width: string };
}

/** Reaches to the budget, or as far beyond it as something took, and a little further. */
export function scaleTo(budgetMs: number, longestMs: number): Scale {
  const endMs = Math.max(budgetMs, longestMs, 1) * 1.04;
  const percent = (ms: number): number => (Math.max(0, ms) / endMs) * 100;
  return {
    at: (ms) => `${percent(ms)}%`,
    between: (fromMs, toMs) => ({
      left: `${percent(fromMs)}%`,
      width: `${Math.max(0.4, percent(toMs) - percent(fromMs))}%`,
    }),
  };
}
