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
export { DataSetError } from './data/data-set-error.ts';
export { defaultSeed, orderCount, productCount, userCount } from './data/data-set-size.ts';
export { demoOrderId, demoUserId } from './data/demo-user.ts';
export { generateDataSet } from './data/generate-data-set.ts';
export { loadDataSet } from './data/load-data-set.ts';
export { type DataSetOptions, openDataSet } from './data/open-data-set.ts';
export { writeDataSet } from './data/write-data-set.ts';
