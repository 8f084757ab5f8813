/** An answer that is not what the contract promises. The message tells what is wrong and never holds a value of the answer. */
export class ContractBreach extends Error {
  override readonly name = 'ContractBreach';
}
