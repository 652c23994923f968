import type { CodeTable } from './code-documentation.js';

/** Hierarchical data, facts and secrets. */
export const dataCodes = {
  'data.alias': {
    cause: 'An alias in data cannot be resolved, expands to too many values, or is only a part of a value.',
    remedy: 'Write the value out, or use lookup in place of alias inside a longer string.',
  },
  'data.class': {
    cause: 'A key in data has the form class::parameter, and the class does not exist.',
    remedy: 'Correct the key; glance-apply describe lists all classes.',
  },
  'data.convert': {
    cause: 'convert_to names an unknown type, or the value cannot be converted to it.',
    remedy: 'Correct the type in lookup_options or the value.',
  },
  'data.depth': {
    cause: 'Values are nested, or refer to one another, more deeply than is supported.',
    remedy: 'Check where the file comes from; shorten the chain of lookups.',
  },
  'data.dig': {
    cause: 'A dotted key descends into a value that is neither a hash nor a list.',
    remedy: 'Correct the key; quote a key that contains dots itself.',
  },
  'data.duplicate': {
    cause: 'A data file has the same key twice in one hash.',
    remedy: 'Remove one of the two.',
  },
  'data.editor': {
    cause: 'The editor could not be started, or ended with an error.',
    remedy: 'Set EDITOR to an editor that waits until the file is closed.',
  },
  'data.encrypted': {
    cause: 'The value that is to be encrypted is already encrypted.',
    remedy: 'Nothing is to be done; use data edit to change it.',
  },
  'data.encryption': {
    cause:
      'An encrypted value cannot be decrypted: it is encrypted for other recipients, with an unknown method, or is damaged.',
    remedy:
      'Pass the right identity with --identity, or have a recipient run glance-apply data rotate after adding yours.',
  },
  'data.expression': {
    cause:
      'An interpolation in data calls an unknown function, or a function where only variables are allowed.',
    remedy: 'Correct the function; paths and options of hiera.yaml accept variables only.',
  },
  'data.form': {
    cause: 'A data file does not contain a hash.',
    remedy: 'Write one `key: value` per line.',
  },
  'data.generate': {
    cause: 'A value is marked to be generated and has not been generated yet.',
    remedy: 'Run glance-apply data encrypt FILE.',
  },
  'data.identity': {
    cause: 'An identity file cannot be read or written, or contains no identity.',
    remedy:
      'Create one with glance-apply data identity FILE; an identity is a line that begins with AGE-SECRET-KEY-1.',
  },
  'data.key': {
    cause: 'A key is not valid: a quote is not closed, a part is empty, or it is not a string.',
    remedy: "Join names with dots, and quote a name that contains dots: 'a.b'.c.",
  },
  'data.lookup-options': {
    cause:
      'lookup_options does not have the form {key: {merge: …, convert_to: …}}, or a module sets it for keys of others.',
    remedy: 'Correct it at the reported location.',
  },
  'data.loop': {
    cause: 'Values refer to one another in a circle.',
    remedy: 'Give one of them a value of its own.',
  },
  'data.merge': {
    cause:
      'A merge strategy is unknown, its options are wrong, or values of different kinds are to be merged.',
    remedy: 'Use first, unique, hash or deep, and make the values of all levels of one kind.',
  },
  'data.merge-key': {
    cause: 'The YAML merge key << is given a value that is not a hash or a list of hashes.',
    remedy: 'Correct the value.',
  },
  'data.missing': {
    cause: 'The data directory or hiera.yaml does not exist.',
    remedy: 'Check the path after --data.',
  },
  'data.no-file': {
    cause: 'A value is read from a file, and the file cannot be read.',
    remedy: 'Create the file with the value as its content, or correct the path.',
  },
  'data.no-key': {
    cause: 'A value is encrypted, and no key to decrypt it is available.',
    remedy: 'Pass --identity FILE or set GLANCE_APPLY_IDENTITY_FILE; for eyaml, name the key in hiera.yaml.',
  },
  'data.no-variable': {
    cause: 'A value is read from an environment variable that is not set.',
    remedy: 'Set the variable for the command.',
  },
  'data.not-found': {
    cause: 'No data file has a value for the key, and the lookup has no default.',
    remedy: 'Add the value, or a default; glance-apply lookup KEY --explain shows which files were read.',
  },
  'data.outside': {
    cause: 'A level of hiera.yaml leads out of its data directory.',
    remedy: 'Set datadir for files that are elsewhere.',
  },
  'data.parameter': {
    cause: 'A key in data has the form class::parameter, and the class has no such parameter.',
    remedy: 'Correct the key; glance-apply describe CLASS lists the parameters.',
  },
  'data.recipient': {
    cause: 'No recipient is listed for the data directory, or a listed one is not valid.',
    remedy:
      'List one age recipient (age1…) per line in recipients.txt; glance-apply data identity FILE prints one.',
  },
  'data.release': {
    cause: 'A key in data sets a parameter that does not exist in the release that the host runs.',
    remedy: 'Move it to a level of the hierarchy that only hosts of the right release read.',
  },
  'data.scalar': {
    cause: 'A plain value in a YAML data file is not valid, such as a date that does not exist.',
    remedy: 'Correct it, or quote it to make it a string.',
  },
  'data.secret': {
    cause: 'A secret was looked up with a type that is not secret.',
    remedy: 'Look it up as secretString or without a type, and pass it on unchanged.',
  },
  'data.size': {
    cause: 'A data file, or a value that is made of others, is too large.',
    remedy: 'Split the file; check for values that refer to others many times.',
  },
  'data.sort': {
    cause: 'A merged list is to be sorted and contains values of different kinds.',
    remedy: 'Remove sort_merged_arrays.',
  },
  'data.syntax': {
    cause: 'A data file is not valid YAML or JSON.',
    remedy: 'Fix it at the reported location.',
  },
  'data.tag': {
    cause: 'A data file has a YAML tag that stands for a Ruby object or another unsupported kind of value.',
    remedy: 'Write a plain value.',
  },
  'data.unreadable': {
    cause: 'A data file cannot be read, is not a regular file, or is not UTF-8.',
    remedy: 'Check its permissions and its encoding.',
  },
  'data.unwritable': {
    cause: 'A data file could not be written.',
    remedy: 'Check the permissions of the file and its directory; the file is unchanged.',
  },
  'facts.form': {
    cause: 'The facts file does not contain a hash.',
    remedy: 'Write one with facter --json.',
  },
  'facts.missing': {
    cause: 'The facts file does not exist.',
    remedy: 'Check the path after --facts.',
  },
  'facts.syntax': {
    cause: 'The facts file is not valid JSON or YAML.',
    remedy: 'Fix it at the reported location.',
  },
  'facts.unreadable': {
    cause: 'The facts file cannot be read.',
    remedy: 'Check its permissions.',
  },
  'hiera.form': {
    cause: 'hiera.yaml is not a valid configuration.',
    remedy: 'Correct it at the reported location; docs/data.md describes what is supported.',
  },
  'hiera.version': {
    cause: 'hiera.yaml has a version other than 5.',
    remedy: 'Convert it to version 5, with name and path for each level.',
  },
  'secret.no-file': {
    cause: 'secret.file names a file that cannot be read.',
    remedy: 'Create the file with the secret as its content, or correct the path.',
  },
  'secret.no-variable': {
    cause: 'secret.env names an environment variable that is not set.',
    remedy: 'Set the variable for the command.',
  },
} as const satisfies CodeTable;
