import type { CodeTable } from './code-documentation.js';

/** The command line and runs on a host. */
export const runCodes = {
  'bucket.foreign': {
    cause: 'A user other than root could change the directory of a filebucket, which keeps copies of files.',
    remedy: 'Give it and the directories above it to root, or use another path for the filebucket.',
  },
  'converge.unknown': {
    cause: 'The fail option of converge, in a spec, names a resource that the catalog does not have.',
    remedy: 'Correct the reference.',
  },
  'describe.unknown': {
    cause: 'describe was given a name that is not a type, class or diagnostic code.',
    remedy: 'Correct the name; glance-apply describe without a name lists all of them.',
  },
  'explain.unknown': {
    cause: 'explain was given a reference that the catalog does not have.',
    remedy: 'Correct the reference: Type[title].',
  },
  'host.no-temporary-directory': {
    cause: 'None of the directories for temporary files exists on the host.',
    remedy: 'Create one of those that the message names.',
  },
  'host.refused': {
    cause:
      'The operating system refused an operation on a file, or what exists at a path makes the operation unsafe or impossible.',
    remedy: 'The message names the path and the reason. Run as root to apply; a plan needs fewer rights.',
  },
  'init.folder': {
    cause: 'init cannot create or write the directory.',
    remedy: 'Check its permissions, or name another directory.',
  },
  'init.not-empty': {
    cause: 'init was given a directory that contains files.',
    remedy: 'Name an empty directory, or one that does not exist.',
  },
  'inspect.incomplete': {
    cause: 'inspect was given a title that does not identify a resource of this type completely.',
    remedy: 'Leave the title out to list all resources of the type.',
  },
  'inspect.provider': {
    cause: 'The type has no provider for this host.',
    remedy: 'Import the module that provides it.',
  },
  'inspect.unknown': {
    cause: 'inspect was given a name that is not a native type.',
    remedy: 'Correct the name; glance-apply describe lists all types.',
  },
  'inspect.unlisted': {
    cause: 'The resources of this type cannot be listed.',
    remedy: 'Name one: glance-apply inspect TYPE TITLE.',
  },
  'inspect.unreadable': {
    cause: 'The state of the resource cannot be read.',
    remedy: 'The message has the reason: missing rights, a missing tool, a server that does not answer.',
  },
  'internal.error': {
    cause: 'An unexpected error occurred in glance-apply or in a type of another package.',
    remedy: 'Report it with the stack trace.',
  },
  'platform.unknown': {
    cause: 'A spec names a platform that no facts are available for.',
    remedy: 'Use one of the listed platforms, or pass facts to compile.',
  },
  'provider.missing': {
    cause: 'The catalog contains a type without a provider.',
    remedy: 'Import the module that calls provide for the type.',
  },
  'purge.type': {
    cause: 'resources with purge: true names a type that cannot be purged.',
    remedy: 'Remove it; the message states why.',
  },
  'refresh.dropped': {
    cause: 'An earlier run left a refresh pending for a resource that the manifest no longer declares.',
    remedy: 'Restart what the resource was, if it still runs with an old configuration.',
  },
  'resource.undone': {
    cause:
      'A property that one resource set differs again at the end of the run, because another resource changed the same file.',
    remedy: 'Find the other resource that edits the file, and let only one of them set the value.',
  },
  'resource.warning': {
    cause: 'A provider reports something about a resource that it applied anyway.',
    remedy: 'The message and the hint are from the provider.',
  },
  'run.at-work': {
    cause: 'A plan was made while another run changes the host.',
    remedy: 'Plan again when the other run has ended.',
  },
  'run.fault': {
    cause: 'The run itself failed in part, for example because its report could not be written.',
    remedy: 'The message has the reason. Run again after fixing it.',
  },
  'run.locked': {
    cause: 'Another run holds the lock of the host.',
    remedy: 'Wait until it has ended; the message names its process.',
  },
  'run.unclosed': {
    cause:
      'Something that the run had opened, such as a connection, could not be closed. What the run changed is not affected.',
    remedy: 'The message has the reason.',
  },
  'run.unordered': {
    cause:
      'A resource failed, and resources that are declared above it were changed only after it had started. A relation may be missing.',
    remedy: 'Add require or before if the resource needs one of those that the message lists.',
  },
  'state.denied': {
    cause:
      'A plan runs without the right to read the state directory, so that pending refreshes are unknown.',
    remedy: 'Run it as root to include them.',
  },
  'state.foreign': {
    cause: 'A user other than root could change the state directory.',
    remedy: 'Give it and the directories above it to root, or name another one with --state-dir.',
  },
  'state.misplaced': {
    cause: 'A path in the state directory has the wrong kind, such as a directory in place of a file.',
    remedy: 'Move it away; the next run creates a new one.',
  },
  'state.newer': {
    cause: 'A file of the state directory was written by a newer version of glance-apply.',
    remedy: 'Run that version, or remove the file; the hint says what is lost.',
  },
  'state.unreadable': {
    cause: 'A part of the state directory is damaged. It was moved aside, and the run continues.',
    remedy: 'Restart services whose refresh may have been lost; the hint says what is affected.',
  },
  'usage.argument': {
    cause: 'The command line has an argument too few or too many, or an unknown one.',
    remedy: 'See glance-apply COMMAND --help.',
  },
  'usage.command': {
    cause: 'The command does not exist.',
    remedy: 'See glance-apply --help.',
  },
  'usage.option': {
    cause: 'An option does not exist, or its value is not valid.',
    remedy: 'See glance-apply COMMAND --help.',
  },
} as const satisfies CodeTable;
