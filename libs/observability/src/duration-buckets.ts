/** Bucket bounds in seconds, close together around the page budgets (0.8 s and 1.5 s) and the attempt limits below them. */
export const durationBucketsSeconds = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.35, 0.5, 0.65, 0.8, 1, 1.5, 2.5, 5, 10,
];
