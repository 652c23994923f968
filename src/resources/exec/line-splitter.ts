/** Splits text that arrives in chunks into lines; the last line does not have to end with a line break. */
export function createLineSplitter(line: (text: string) => void): { add(text: string): void; end(): void } {
  let rest = '';
  return {
    add(text) {
      const lines = `${rest}${text}`.split('\n');
      rest = lines.pop() ?? '';
      for (const one of lines) line(one);
    },
    end() {
      if (rest !== '') line(rest);
      rest = '';
    },
  };
}
