export { type Clock, type Timer, systemClock } from './clock.ts';
