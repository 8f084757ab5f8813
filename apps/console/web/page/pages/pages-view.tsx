import { useMemo } from 'react';
import type { PageReport } from '../../../src/wire/index.ts';
import { useApps } from '../feed/use-known.ts';
import { type AppGroup, appGroups, isDead, replicaName } from '../model/app-groups.ts';
import { useKept } from '../parts/use-kept.ts';
import { SidePanel } from '../parts/side-panel.tsx';
import { hashOf } from '../place/place.ts';
import type { ViewProps } from '../shell/console.tsx';
import { Legend } from './legend.tsx';
import { PageCard } from './page-card.tsx';
import { RecentList } from './recent-list.tsx';
import { RequestDetails } from './request/request-details.tsx';

/** What people get: each page's budget, its sections, what was missing, and samples of requests that were not whole. */
export function PagesView({ selected: [app, page, requestId] }: ViewProps) {
  const apps = useApps();
  const groups = useMemo(() => appGroups(apps).filter(({ kind }) => kind === 'bff'), [apps]);
  const recent = groups.flatMap(({ replicas }) =>
    replicas.flatMap(({ app: of, pages }) => (pages?.recent ?? []).map((one) => ({ ...one, app: of }))),
  );
  const request = useKept(
    requestId,
    recent.find((one) => one.requestId === requestId),
  );
  return (
    <>
      <div className="view-main pages-main">
        <div className="page-cards">
          <Legend />
          {groups.map((group) => (
            <AppPages key={group.app} group={group} selectedPage={app === group.app ? page : undefined} />
          ))}
        </div>
        <RecentList recent={recent} selected={requestId} />
      </div>
      {requestId !== undefined && app !== undefined && page !== undefined && (
        <SidePanel key={requestId} title={`${app} · ${page}`} back={hashOf('pages', app, page)}>
          {request ? (
            <RequestDetails request={request} />
          ) : (
            <p className="empty">This request is not among the last ones any more. Its id: {requestId}</p>
          )}
        </SidePanel>
      )}
    </>
  );
}

interface AppPagesProps {
  readonly group: AppGroup;
  readonly selectedPage: string | undefined;
}

function AppPages({ group, selectedPage }: AppPagesProps) {
  const { app, replicas } = group;
  const told = replicas.flatMap((one) => (one.pages?.pages ?? []).map((report) => ({ report, replica: one.replica })));
  return (
    <section className="app-pages" aria-labelledby={`pages-${app}`}>
      <h2 id={`pages-${app}`}>{app}</h2>
      {isDead(group) && <p className="empty is-bad">Its processes are dead: below is what was known last.</p>}
      {told.length === 0 && <p className="empty">No page was asked for in the last minute.</p>}
      <div className="page-grid">
        {told.map(({ report, replica }) => (
          <PageCard
            key={keyOf(report, replica)}
            app={app}
            replica={replica}
            name={
              replicas.length > 1 ? `${report.page} · ${replicaName({ app, replica }, replicas.length)}` : report.page
            }
            report={report}
            isSelected={report.page === selectedPage}
          />
        ))}
      </div>
    </section>
  );
}

const keyOf = ({ page }: PageReport, replica: number): string => `${page} ${replica}`;
