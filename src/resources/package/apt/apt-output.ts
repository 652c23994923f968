/** Returns the progress that a line of apt's output reports, in a few words; undefined if it reports none. */
export function parseProgress(line: string): string | undefined {
  const fetched = /^Get:\d+ \S+ \S+ \S+ (\S+) \S+ \S+ \[/.exec(line)?.[1];
  if (fetched !== undefined) return `downloading ${fetched}`;
  const step = /^(Unpacking|Setting up|Removing|Purging configuration files for) (\S+) \(/.exec(line);
  if (step !== null) return `${step[1]?.toLowerCase()} ${step[2]}`;
  const waiting = /^Waiting for cache lock: .*? It is held by process (\d+) \(([^)]*)\)/.exec(line);
  if (waiting !== null) return `waiting for ${waiting[2]} (process ${waiting[1]}), which changes packages`;
  return undefined;
}

/** Creates a reader of output, in pieces of any size, that calls back with the progress in it. */
export function createProgressReader(progress: (text: string) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const lines = (rest + piece).split(/[\r\n]/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const text = parseProgress(line);
      if (text !== undefined) progress(text);
    }
  };
}

/** The number of lines that the error of a failed transaction quotes. */
const QUOTED_LINES = 12;

/** Returns the lines that explain why apt failed: conflicts first, then the output of packages' scripts and dpkg. */
export function extractFailure(stdout: string, stderr: string): string {
  const conflicts = /The following packages have unmet dependencies:\n((?: .*\n)+)/.exec(`${stdout}\n`)?.[1];
  const lines = `${conflicts ?? ''}${stderr}`
    .split('\n')
    .map((line) => line.trim())
    .filter(
      (line) =>
        line !== '' &&
        !/^(W:|N:|debconf:|Extracting templates|E: Sub-process .* returned an error)/.test(line),
    );
  return lines.slice(-QUOTED_LINES).join('\n');
}

/** The kinds of failure for which a remedy is known. */
export type AptFailureKind = 'interrupted' | 'locked' | 'outdated' | 'denied' | 'full' | undefined;

/** Recognizes the kind of failure from apt's output. */
export function classifyFailure(stderr: string): AptFailureKind {
  if (/dpkg was interrupted, you must manually run/.test(stderr)) return 'interrupted';
  if (/\((?:13|30): |are you root\?/.test(stderr)) return 'denied';
  if (/E: (Could not get lock|Unable to (?:acquire|lock))/.test(stderr)) return 'locked';
  if (/No space left on device|don't have enough free space/.test(stderr)) return 'full';
  if (/E: (Failed to fetch|Unable to fetch some archives)/.test(stderr)) return 'outdated';
  return undefined;
}

/** Returns a hint for a kind of failure. */
export function suggestRemedy(kind: AptFailureKind): string | undefined {
  switch (kind) {
    case 'interrupted':
      return "run 'dpkg --configure -a' on the host and read its output";
    case 'locked':
      return 'another program changes packages: wait for it, or end it';
    case 'denied':
      return 'run this as root';
    case 'full':
      return "free some space on the host: 'apt-get clean' removes downloaded packages";
    case 'outdated':
      return "the repositories cannot be reached, or no longer contain what apt's lists name";
    default:
      return undefined;
  }
}
