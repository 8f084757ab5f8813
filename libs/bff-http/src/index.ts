export { type RecordOptions, beginRecord } from './begin-record.ts';
export { type CompressionOptions, compressAnswers } from './compress.ts';
export { type CrossOriginOptions, allowOrigins, crossOriginHeaders } from './cors.ts';
export { corsOrigins } from './cors-origins.ts';
export { etagOf, namesTag } from './etag.ts';
export { type Handling, handlingPreference } from './prefer.ts';
export { type SectionCall, sectionCall } from './section-call.ts';
export { sendNotModified } from './send-not-modified.ts';
export { type StaticContent, serveContent } from './static-content.ts';
