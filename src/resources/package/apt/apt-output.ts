/** What a line of apt's output says of its progress, in a few words; undefined where it says nothing of it. */
export function parseProgress(line: string): string | undefined {
  const fetched = /^Get:\d+ \S+ \S+ \S+ (\S+) \S+ \S+ \[/.exec(line)?.[1];
  if (fetched !== undefined) return `downloading ${fetched}`;
  const step = /^(Unpacking|Setting up|Removing|Purging configuration files for) (\S+) \(/.exec(line);
  if (step !== null) return `${step[1]?.toLowerCase()} ${step[2]}`;
  const waiting = /^Waiting for cache lock: .*? It is held by process (\d+) \(([^)]*)\)/.exec(line);
  if (waiting !== null) return `waiting for ${waiting[2]} (process ${waiting[1]}), which works on packages`;
  return undefined;
}

/** Calls back with the progress that pieces of output tell of, however the pieces are cut. */
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

/** How many lines of a failed transaction are shown. */
const SHOWN = 12;

/** The lines that say why apt failed: conflicts first, then what the packages' scripts and dpkg said. */
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
  return lines.slice(-SHOWN).join('\n');
}

/** The kinds of failure that there is a remedy for. */
export type AptFailureKind = 'interrupted' | 'locked' | 'outdated' | 'denied' | 'full' | undefined;

/** Recognises what went wrong. */
export function classifyFailure(stderr: string): AptFailureKind {
  if (/dpkg was interrupted, you must manually run/.test(stderr)) return 'interrupted';
  if (/\((?:13|30): |are you root\?/.test(stderr)) return 'denied';
  if (/E: (Could not get lock|Unable to (?:acquire|lock))/.test(stderr)) return 'locked';
  if (/No space left on device|don't have enough free space/.test(stderr)) return 'full';
  if (/E: (Failed to fetch|Unable to fetch some archives)/.test(stderr)) return 'outdated';
  return undefined;
}

/** What to do about it. */
export function suggestRemedy(trouble: AptFailureKind): string | undefined {
  switch (trouble) {
    case 'interrupted':
      return "run 'dpkg --configure -a' on the host and see what it says";
    case 'locked':
      return 'another program works on packages: wait for it to end, or end it';
    case 'denied':
      return 'packages are changed as root';
    case 'full':
      return "make room on the host: 'apt-get clean' frees what apt has downloaded";
    case 'outdated':
      return "the repositories cannot be reached, or no longer have what apt's lists say";
    default:
      return undefined;
  }
}
