export { type Operator, type OperatorOptions, createOperator } from './create-operator.ts';
export { type OperatorRequest, requireOperator } from './require-operator.ts';
