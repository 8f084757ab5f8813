import type { DegradedSection } from '../answer/answer.ts';
import { ageInWords, itemsInWords, retryInWords } from '../answer/words.ts';
import { Icon } from './icon.tsx';

/** Every section that failed or is stale. It can be scrolled, so it can be reached by the keyboard. */
export const SectionList = ({ degraded }: { readonly degraded: readonly DegradedSection[] }) => (
  <ul className="bff-list" tabIndex={0} aria-label="Sections that failed or are stale">
    {degraded.map((section) => (
      <li key={`${section.path} ${section.code}`} className="bff-row">
        <span className={`bff-badge bff-badge-${section.is}`}>
          <Icon name={section.is === 'failed' ? 'bad' : 'stale'} />
          {section.is}
        </span>
        <code className="bff-path">{section.path === '' ? 'the whole' : section.path}</code>
        {section.code !== undefined && <code className="bff-code">{section.code}</code>}
        <span className="bff-words">{inWords(section)}</span>
      </li>
    ))}
  </ul>
);

const inWords = (section: DegradedSection): string =>
  [
    section.items && itemsInWords(section.items),
    section.ageSeconds === undefined ? undefined : ageInWords(section.ageSeconds),
    section.message,
    section.service === undefined ? undefined : `${section.service} service`,
    retryInWords(section),
  ]
    .filter((words) => words !== undefined)
    .join(' · ');
