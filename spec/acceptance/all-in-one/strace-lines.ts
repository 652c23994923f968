/** A call of the kernel that succeeded, as `strace -f -y` prints it. */
export interface Call {
  readonly name: string;
  readonly line: string;
  /** The texts among its arguments, in their order. */
  readonly texts: readonly string[];
}

const CALL = /^(?:\d+ +)?(\w+)\((.*)\) += +(-?\d+)/s;
const TEXT = /"((?:[^"\\]|\\.)*)"/gs;

/** The calls of a trace that succeeded; what was interrupted by another process's call is put together. */
export function* callsIn(trace: string): Iterable<Call> {
  const unfinished = new Map<string, string>();
  for (const line of trace.split('\n')) {
    const [, pid = '', rest = ''] = /^(\d+) +(.*)$/s.exec(line) ?? [];
    const [, begun] = /^(.*) <unfinished \.\.\.>$/s.exec(rest) ?? [];
    if (begun !== undefined) {
      unfinished.set(pid, begun);
      continue;
    }
    const [, resumed] = /^<\.\.\. \w+ resumed>(.*)$/s.exec(rest) ?? [];
    const joined = resumed === undefined ? rest : `${unfinished.get(pid) ?? ''}${resumed}`;
    // A process that is let go where it starts a program has done so; how the call ended is not told any more.
    const whole = joined.replace(/\)?\s*<detached \.\.\.>$/, ') = 0');
    const [, name, body, result] = CALL.exec(whole) ?? [];
    if (name === undefined || body === undefined || Number(result) < 0) continue;
    yield { name, line: whole, texts: [...body.matchAll(TEXT)].map(([, text = '']) => unescaped(text)) };
  }
}

/** strace escapes as C does, and what is not ASCII in octal. */
function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', v: '\v', f: '\f' };
  const bytes = text.replace(/\\(?:([0-7]{1,3})|(.))/gs, (_, octal: string | undefined, sign: string) =>
    octal === undefined ? (signs[sign] ?? sign) : String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
