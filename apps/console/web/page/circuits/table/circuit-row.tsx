import type { AppGroup } from '../../model/app-groups.ts';
import type { Edge } from '../../model/edges.ts';
import { breakerPath, knobsOf, numberOf } from '../../model/knobs.ts';
import { Ago } from '../../parts/ago.tsx';
import { LimitBar } from '../../parts/limit-bar.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { hashOf } from '../../place/place.ts';
import { windowOf } from '../window-counts.ts';
import { CircuitStrip } from './circuit-strip.tsx';
import { NextProbe } from './next-probe.tsx';

export interface CircuitRowProps {
  readonly group: AppGroup;
  readonly edge: Edge;
  readonly isSelected: boolean;
}

export function CircuitRow({ group, edge, isSelected }: CircuitRowProps) {
  const { app, service, state, inState, of, since, circuits } = edge;
  const knobs = knobsOf(group);
  const counted = windowOf(edge);
  const last = circuits
    .flatMap(({ circuit }) => circuit.lastFailure ?? [])
    .toSorted((one, other) => other.at.localeCompare(one.at))[0];
  return (
    <tr className={`circuit-row is-${state}`} aria-selected={isSelected}>
      <th scope="row">
        <a href={hashOf('circuits', app, service)}>
          <span className="quiet">{app}</span> {service}
        </a>
      </th>
      <td>
        <StateBadge state={state} inState={inState} of={of} />{' '}
        {since && (
          <span className="quiet">
            <Ago at={since} />
          </span>
        )}
      </td>
      <td data-name="Failed">
        <LimitBar
          name="Failed"
          value={counted.failedShare}
          limit={numberOf(knobs, breakerPath(service, 'failureRatio'))}
        />
      </td>
      <td data-name="Slow">
        <LimitBar name="Slow" value={counted.slowShare} limit={numberOf(knobs, breakerPath(service, 'slowRatio'))} />
      </td>
      <td data-name="Next probe">
        <NextProbe edge={edge} />
      </td>
      <td data-name="Last failure">
        {last ? (
          <>
            <code className="code">{last.code.replace('DOWNSTREAM_', '')}</code>{' '}
            <span className="quiet">
              <Ago at={last.at} /> ago
            </span>
          </>
        ) : (
          <span className="quiet">none</span>
        )}
      </td>
      <td className="strip-column">
        {circuits.map(({ replica }) => (
          <CircuitStrip key={replica} app={app} replica={replica} service={service} />
        ))}
      </td>
    </tr>
  );
}
