import type { TabsState } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { useState } from 'react';
import { Answers } from './answer/answers.ts';
import { createFetcher } from './answer/create-fetcher.ts';
import type { TokenAnswer } from './ask-for-token.ts';
import { examples } from './examples/examples.ts';
import { FollowSystemTheme } from './follow-system-theme.tsx';
import { headersFor } from './kept/headers-text.ts';
import { keptState } from './kept/kept-state.ts';
import { nameTabs } from './kept/kept-tabs.ts';
import { OwnHeaders } from './own-headers.tsx';
import { AnswerStrip } from './strip/answer-strip.tsx';
import { TokenNote } from './strip/token-note.tsx';

/** The whole page. */
export function Playground({ token }: { readonly token: TokenAnswer }) {
  const [{ answers, ...given }] = useState(() => createParts(token));
  // Without a token the schema is not to be had, and asking for it would only put errors on the page.
  const [isAsking, setAsking] = useState('token' in token);
  return (
    <GraphiQL
      {...given}
      {...(!isAsking && { schema: null })}
      defaultEditorToolsVisibility="variables"
      // Tokens are in them.
      shouldPersistHeaders={false}
      onTabChange={nameExamples}
    >
      <GraphiQL.Logo>
        <span className="bff-name">graphql-bff</span>
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        {'missing' in token && <TokenNote missing={token.missing} onToken={() => setAsking(true)} />}
        <AnswerStrip answers={answers} hint={'token' in token ? 'reload the page for a new token' : ''} />
      </GraphiQL.Footer>
      <FollowSystemTheme />
      <OwnHeaders />
    </GraphiQL>
  );
}

/** What GraphiQL must be given once and for all: it starts anew with another fetcher. */
function createParts(token: TokenAnswer) {
  const defaultHeaders = 'token' in token ? headersFor(token.token) : '';
  const answers = new Answers();
  return {
    answers,
    defaultHeaders,
    fetcher: createFetcher({ url: 'graphql', answers, schemaHeaders: JSON.parse(defaultHeaders || '{}') }),
    storage: keptState({ examples, headers: defaultHeaders, store: localStorage }),
  };
}

const nameExamples = ({ tabs }: TabsState) => nameTabs(tabs, examples);
