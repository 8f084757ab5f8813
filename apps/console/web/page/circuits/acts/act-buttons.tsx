import { useState } from 'react';
import type { ActName } from '../../../../src/wire/index.ts';
import type { Edge } from '../../model/edges.ts';
import { ActDialog } from './act-dialog.tsx';
import { actWords } from './act-words.ts';

const names = Object.keys(actWords) as readonly ActName[];

/** What an operator can do to a circuit. Each asks first. */
export function ActButtons({ edge }: { readonly edge: Edge }) {
  const [asking, setAsking] = useState<ActName>();
  return (
    <>
      <div className="act-buttons">
        {names.map((act) => (
          <button
            key={act}
            type="button"
            className={act === 'isolate' ? 'is-grave' : ''}
            onClick={() => setAsking(act)}
          >
            {actWords[act].verb} …
          </button>
        ))}
      </div>
      {asking && <ActDialog edge={edge} act={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}
