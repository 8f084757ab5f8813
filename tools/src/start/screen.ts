/** Where the runner writes: lines that stay, and below them one status line that is rewritten on a terminal. */
export interface Screen {
  line(text: string): void;
  /** On a terminal the text replaces the last status; elsewhere `plain` is written as a line, if there is one. */
  status(text: string, plain?: string): void;
}

const ERASE_LINE = '\r\u001B[2K';

/** A screen on a stream. Losing the stream (the terminal was closed, the reader of a pipe left) must not stop the stopping. */
export function createScreen(stream: NodeJS.WriteStream): Screen {
  let status = '';
  stream.on('error', () => {});
  const erase = () => (status === '' ? '' : ERASE_LINE);
  return {
    line(text) {
      stream.write(`${erase()}${text}\n${status}`);
    },
    status(text, plain) {
      if (!stream.isTTY) {
        if (plain) stream.write(`${plain}\n`);
        return;
      }
      const before = erase();
      // A terminal that does not tell its width says 0. A line that wraps could not be erased.
      status = cut(text, (stream.columns || 80) - 1);
      stream.write(`${before}${status}`);
    },
  };
}

const cut = (text: string, width: number) => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);
