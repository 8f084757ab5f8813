import type { Knob } from '../../../../src/wire/index.ts';
import { Ago } from '../../parts/ago.tsx';
import { FactList } from '../../parts/fact-list.tsx';
import { isSimple } from './proposed-value.ts';

/** What a knob does, where its value comes from, and since when. */
export function KnobFacts({ knob }: { readonly knob: Knob }) {
  const { description, source, changedAt, default: initial } = knob;
  return (
    <>
      <p>{description}</p>
      <FactList
        facts={{
          Default: initial === null ? 'none: the file must say' : <code>{JSON.stringify(initial)}</code>,
          From: whereFrom(source),
          'Unchanged for': <Ago at={changedAt} />,
        }}
      />
      {source.kind === 'environment' && (
        <p className="is-warn">The variable {source.variable} holds it: it cannot be changed while the process runs.</p>
      )}
      {!isSimple(knob) && <p className="quiet">Its value is a list or a group: edit the file.</p>}
    </>
  );
}

function whereFrom(source: Knob['source']): string {
  if (source.kind === 'file') return `line ${source.line} of the settings file`;
  return source.kind === 'default' ? 'the default' : `the environment, ${source.variable}`;
}
