/** What the bars on the page stand for. */
export function Legend() {
  return (
    <p className="legend">
      <span>When a section ends, of the last minute:</span>
      <span>
        <i className="bar-p50" /> p50
      </span>
      <span>
        <i className="bar-p95" /> p95
      </span>
      <span>
        <i className="bar-p99" /> p99
      </span>
      <span>
        <i className="legend-budget" /> the page's budget
      </span>
    </p>
  );
}
