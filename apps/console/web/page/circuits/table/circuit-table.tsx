import type { AppGroup } from '../../model/app-groups.ts';
import type { Edge } from '../../model/edges.ts';
import { CircuitRow } from './circuit-row.tsx';

export interface CircuitTableProps {
  readonly groups: readonly AppGroup[];
  readonly edges: readonly Edge[];
  readonly selected: Edge | undefined;
}

/** One row for each app and service. */
export function CircuitTable({ groups, edges, selected }: CircuitTableProps) {
  return (
    <div className="card table-card">
      <table className="circuit-table">
        <caption className="for-ears">Circuits by app and service</caption>
        <thead>
          <tr>
            <th scope="col">Circuit</th>
            <th scope="col">State</th>
            <th scope="col">Failed</th>
            <th scope="col">Slow</th>
            <th scope="col">Next probe</th>
            <th scope="col">Last failure</th>
            <th scope="col" className="strip-column">
              Last 10 min
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.app}>
            {edges
              .filter(({ app }) => app === group.app)
              .map((edge) => (
                <CircuitRow key={edge.service} group={group} edge={edge} isSelected={edge === selected} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
