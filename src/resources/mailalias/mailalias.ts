import {
  absolutePath,
  managedFile,
  matching,
  nativeType,
  oneOf,
  parameter,
  property,
  title,
  type ValueType,
} from '../../catalog/index.js';
import { type Change, provide, type State } from '../../engine/provider.js';
import { createRecordProvider } from '../records/record-provider.js';
import { AliasesFile, includedFileOf, type MailAlias, toInclusion } from './aliases-file.js';

const DEFAULT_TARGET = '/etc/aliases';

/** Splits names and addresses at commas; commands and files are left as they are. */
function splitAddresses(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.every((part) => /^[-+\w.@]+$/.test(part)) ? parts : [text.trim()];
}

/** A list of recipients. */
const recipients: ValueType<string | readonly string[], readonly string[]> = {
  schema: {
    type: 'array',
    minItems: 1,
    items: { type: 'string', minLength: 1, pattern: '^[^\\r\\n]*$' },
  },
  expected: 'a recipient, or a list of them, each on one line',
  munge: (value) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) =>
      typeof one === 'string' ? splitAddresses(one) : [one],
    ),
};

const attributes = {
  name: title('The alias: the recipient of the mail.', matching(/^[^"\r\n]+$/, 'one line without quotes')),
  ensure: property(oneOf('present', 'absent'), 'Whether the alias is in the file.', { default: 'present' }),
  recipient: property(recipients, 'The actual recipients: users, addresses, files, `|commands`.'),
  file: property(absolutePath, 'A file with the recipients, instead of `recipient`.'),
  target: parameter(absolutePath, 'The file of aliases.', { default: DEFAULT_TARGET }),
} as const;

/**
 * An alias of the mail server. If the server needs `newaliases` after a change, notify an `Exec` of that.
 * @example
 * new Mailalias(site, 'postmaster', { recipient: ['root', 'admin@example.org'] });
 */
export class Mailalias extends nativeType('mailalias', attributes, {
  doc: 'An alias of the mail server: an entry of /etc/aliases. Its other lines stay as they are.',
  identity: ({ name, target }) => `the alias ${name} in ${target}`,
  *validate({ ensure, recipient, file }) {
    if (recipient !== undefined && file !== undefined) yield 'recipient and file cannot be combined';
    if (ensure === 'present' && recipient === undefined && file === undefined) {
      yield 'it needs a recipient or a file';
    }
  },
  paths: ({ target }) => managedFile(target),
}) {}

provide(
  Mailalias,
  createRecordProvider<typeof attributes, AliasesFile>({
    defaultTarget: DEFAULT_TARGET,
    targetOf: ({ desired }) => desired.target,
    parse: (text) => new AliasesFile(text),
    find(file, { desired }) {
      const found = file.find(desired.name);
      return found && toState(found);
    },
    edit(file, { subject, diff }: Change<typeof attributes>) {
      const { name, recipient = [], file: included } = subject.desired;
      if (diff.removes) file.remove(name);
      else file.put({ name, recipients: included === undefined ? recipient : [toInclusion(included)] });
    },
    list: (file) => new Map(file.aliases.map((alias) => [alias.name, toState(alias)])),
  }),
);

function toState(alias: MailAlias): State {
  const file = includedFileOf(alias);
  return { ensure: 'present', ...(file === undefined ? { recipient: alias.recipients } : { file }) };
}
