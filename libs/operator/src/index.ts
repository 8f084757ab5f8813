export { type Operator, type OperatorOptions, createOperator } from './create-operator.ts';
