export { type FlightRecorder, type FlightRecorderOptions, createFlightRecorder } from './create-flight-recorder.ts';
export type { PagesReport } from './pages-report.ts';
export type { WhatIf, WhatIfOutcome } from './what-if/what-if.ts';
