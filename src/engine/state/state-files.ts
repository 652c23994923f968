/** Where what cannot be read of a file of the state directory is put aside. */
export function asideName(name: string): string {
  return name.replace(/\.\w+$/, '.unreadable');
}

/** The files of the state directory that runs write under a name that is always the same. */
export const stateFiles = {
  journal: 'journal.ndjson',
  ledger: 'ledger.json',
  schedules: 'schedules.json',
  report: 'report.json',
  copies: 'backups/index.ndjson',
} as const;

const { journal, ledger, schedules } = stateFiles;

/** All of them, with those that take what cannot be read. */
export const allStateFiles: readonly string[] = [
  ...Object.values(stateFiles),
  ...[journal, ledger, schedules].map(asideName),
];
