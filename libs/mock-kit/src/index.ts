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
export { faultsRouter } from './admin/faults-router.ts';
