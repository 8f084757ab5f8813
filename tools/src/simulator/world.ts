import type { SectionCache } from '@bff/cache';
import type { BreakerState, ServiceLimits, ServicePolicy } from '@bff/resilience';
import type { Counts } from './counts.ts';
import { drawLimits } from './draw-limits.ts';
import { Draws } from './draws.ts';
import { type Events, type Invariant, type View, Violation } from './invariant.ts';
import { observerOf } from './observer.ts';
import { type PageRecord, type ServiceName, perService } from './records.ts';
import { SimulatedService } from './simulated-service.ts';
import { SimulationClock } from './simulation-clock.ts';
import type { Subject } from './subject.ts';

export interface WorldOptions {
  readonly seed: number;
  readonly subject: Subject;
  readonly invariants: readonly Invariant[];
  readonly counts: Counts;
  /** Told every event in words, for a trace. */
  readonly narrate?: ((time: number, event: keyof Events, details: unknown) => void) | undefined;
}

type Listener = (event: never) => void;

/** Everything that one schedule is played with: the code under test, what is simulated around it, and who watches. */
export class World implements View {
  readonly seed: number;
  readonly subject: Subject;
  readonly draws: Draws;
  readonly clock: SimulationClock;
  readonly counts: Counts;
  readonly cache: SectionCache;
  readonly policies: Record<ServiceName, ServicePolicy>;
  readonly services: Record<ServiceName, SimulatedService>;
  readonly latenessMs: number;
  /** Requests that are not answered yet. */
  readonly underWay = new Set<PageRecord>();
  /** Of each of them, to end it. */
  readonly requests = new Map<PageRecord, AbortController>();
  /** Whether a loader may hang. */
  loadersHang = true;
  /** Calls and loaders that run. */
  running = 0;
  /** Run once what is happening now has happened to its end. */
  readonly afterDrain: (() => void)[] = [];
  #pages = 0;
  #calls = 0;
  readonly #limits: Record<ServiceName, ServiceLimits>;
  readonly #states: Record<ServiceName, BreakerState>;
  readonly #listeners = new Map<keyof Events, Listener[]>();
  readonly #narrate: WorldOptions['narrate'];
  #violation: Violation | undefined;
  #wasBusy = false;

  constructor({ seed, subject, invariants, counts, narrate }: WorldOptions) {
    this.seed = seed;
    this.subject = subject;
    this.counts = counts;
    this.#narrate = narrate;
    const draws = new Draws(seed);
    this.draws = draws;
    this.latenessMs = draws.chance(0.2) ? draws.whole(1, 30) : 0;
    this.clock = new SimulationClock(() => (this.latenessMs === 0 ? 0 : draws.whole(0, this.latenessMs)));
    this.#limits = perService(() => drawLimits(draws));
    this.#states = perService(() => 'closed');
    for (const invariant of invariants) this.#listen(invariant);
    const { clock } = this;
    const { random } = draws;
    this.cache = subject.createCache({ namespace: 'simulator', schemaVersion: '1', clock, random });
    this.policies = perService((service) =>
      subject.createServicePolicy({
        service,
        limits: () => this.#limits[service],
        clock,
        random,
        observer: observerOf(service, this),
      }),
    );
    this.services = perService(
      (name) =>
        new SimulatedService({
          name,
          clock,
          draws,
          attemptMs: () => this.#limits[name].attemptMs,
          started: (attempt) => this.tell('attemptStarted', attempt),
          ended: (attempt) => this.tell('attemptEnded', attempt),
        }),
    );
  }

  get now(): number {
    return this.clock.time;
  }

  get pendingTimers(): number {
    return this.clock.pendingTimers;
  }

  get flights(): number {
    return this.cache.snapshot().flights;
  }

  /** The first invariant that did not hold. */
  get violation(): Violation | undefined {
    return this.#violation;
  }

  readonly limits = (service: ServiceName): ServiceLimits => this.#limits[service];

  readonly state = (service: ServiceName): BreakerState => this.#states[service];

  readonly snapshot = (service: ServiceName) => this.policies[service].snapshot();

  tell<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    this.#narrate?.(this.now, name, event);
    for (const listener of this.#listeners.get(name) ?? []) listener(event as never);
  }

  /** After everyone was told: until then the state is the one that it changes from. */
  breakerChanged(event: Events['breakerChanged']): void {
    this.tell('breakerChanged', event);
    this.#states[event.service] = event.to;
  }

  tune(service: ServiceName, limits: ServiceLimits): void {
    const before = this.#limits[service];
    this.#limits[service] = limits;
    this.tell('limitsChanged', { service, before });
  }

  nextPageId(): number {
    this.#pages += 1;
    return this.#pages;
  }

  nextCallId(): number {
    this.#calls += 1;
    return this.#calls;
  }

  /** Whether the last of what was under way has just ended. */
  becameIdle(): boolean {
    const busy = this.underWay.size > 0 || this.running > 0;
    const became = this.#wasBusy && !busy;
    this.#wasBusy = busy;
    return became;
  }

  fail(invariant: string, expectation: string): void {
    this.#violation ??= new Violation(invariant, { seed: this.seed, time: this.now, expectation });
  }

  #listen({ name, watch }: Invariant): void {
    const listeners = watch(this, (expectation) => this.fail(name, expectation));
    for (const [event, listener] of Object.entries(listeners) as [keyof Events, Listener][]) {
      const others = this.#listeners.get(event);
      if (others) others.push(listener);
      else this.#listeners.set(event, [listener]);
    }
  }
}
