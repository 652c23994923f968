/** Returns the name of the file to which unreadable content of a file of the state directory is moved. */
export function asideName(name: string): string {
  return name.replace(/\.\w+$/, '.unreadable');
}

/** The files of the state directory that have a fixed name. */
export const stateFiles = {
  journal: 'journal.ndjson',
  outbox: 'outbox.ndjson',
  ledger: 'ledger.json',
  schedules: 'schedules.json',
  report: 'report.json',
  copies: 'backups/index.ndjson',
} as const;

const { journal, outbox, ledger, schedules } = stateFiles;

/** All of them, with those for unreadable content. */
export const allStateFiles: readonly string[] = [
  ...Object.values(stateFiles),
  ...[journal, outbox, ledger, schedules].map(asideName),
];
