import type { Change } from '../../interface/change.ts';

/** A client may fail: `breaks('GET /v1/orders, parameter limit', 'maximum is 20, was 50')`. */
export const breaks = (where: string, what: string): Change => ({ breaking: true, text: `${where}: ${what}` });

/** Every client goes on as it is. */
export const allows = (where: string, what: string): Change => ({ breaking: false, text: `${where}: ${what}` });
