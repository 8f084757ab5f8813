export { type FaultRequest, type FaultView } from './faults/fault.ts';
export {
  type FaultKind,
  type FaultKindDescription,
  describeFault,
  faultKindNames,
  faultKinds,
} from './faults/fault-kinds.ts';
export { faultRequestSchema } from './faults/fault-request-schema.ts';
export { type FaultRoute } from './faults/fault-route.ts';
export { type Faults, type FaultsOptions, createFaults } from './faults/create-faults.ts';
export { faultRoutes } from './admin/fault-routes.ts';
export { type DataSet } from './data/data-set.ts';
export { defaultSeed, orderCount, productCount, userCount } from './data/data-set-size.ts';
export { demoOrderId, demoUserId } from './data/demo-user.ts';
export { generateDataSet } from './data/generate-data-set.ts';
export { loadDataSet } from './data/load-data-set.ts';
export { type DataSetOptions, openDataSet } from './data/open-data-set.ts';
export { writeDataSet } from './data/write-data-set.ts';
export { type Latency, type LatencyOptions, createLatency } from './latency.ts';
export { type MockAppOptions, createMockApp } from './service/mock-app.ts';
export { type MockConfig, type MockDefaults, mockConfigSchema } from './service/mock-config.ts';
export { type MockOverrides, type MockParts, type MockPartsOptions, createMockParts } from './service/mock-parts.ts';
export { type MockService, createMockService } from './service/mock-service.ts';
export { type OperationRoute, answer, notFound } from './service/operation-route.ts';
export { hasWords, searchTextOf, wordsOf } from './search-text.ts';
