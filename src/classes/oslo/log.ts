import { anything, definedType, parameter } from '../../catalog/index.js';
import { compareReleases, type Release } from '../../data/releases.js';
import { revealAll } from '../../secrets/secret.js';
import {
  declareOptions,
  derive,
  dictionaryValue,
  findConfigType,
  isPlainHash,
  isServiceDefault,
  isSet,
  joinPairs,
  option,
  toBoolean,
} from '../shared/index.js';

/** Formats hashes as sorted pairs and lists as sorted items; a string is unchanged. */
function logLevels(value: unknown): unknown {
  return derive(value, (clear) => {
    if (isPlainHash(clear)) return joinPairs(clear);
    return Array.isArray(clear) ? [...clear].map(String).sort().join(',') : clear;
  });
}

/** oslo.log fails on any value except a boolean (Launchpad 1719929). */
function debug(value: unknown, release: Release): unknown {
  return isServiceDefault(value) || compareReleases(release, 'queens') < 0 ? value : derive(value, toBoolean);
}

const table = {
  debug: option('DEFAULT/debug', 'Whether debug messages are logged.', { write: debug }),
  log_config_append: option(
    'DEFAULT/log_config_append',
    "A file of Python's logging configuration, which replaces all other options.",
  ),
  log_date_format: option('DEFAULT/log_date_format', 'Format of dates, as for strftime.'),
  log_file: option('DEFAULT/log_file', 'The log file, relative to `log_dir`.'),
  log_dir: option('DEFAULT/log_dir', 'The directory of log files.'),
  watch_log_file: option(
    'DEFAULT/watch_log_file',
    'Whether the log file is opened again if it has been moved.',
  ),
  use_syslog: option('DEFAULT/use_syslog', 'Whether to log to syslog.'),
  use_journal: option('DEFAULT/use_journal', "Whether to log to systemd's journal, with its fields.", {
    since: 'pike',
  }),
  use_json: option('DEFAULT/use_json', 'Whether each message is written as JSON.', { since: 'queens' }),
  syslog_log_facility: option('DEFAULT/syslog_log_facility', 'The syslog facility.'),
  use_stderr: option('DEFAULT/use_stderr', 'Whether to log to standard error.'),
  logging_context_format_string: option(
    'DEFAULT/logging_context_format_string',
    'Format of messages about a request.',
  ),
  logging_default_format_string: option('DEFAULT/logging_default_format_string', 'Format of other messages.'),
  logging_debug_format_suffix: option('DEFAULT/logging_debug_format_suffix', 'Suffix of debug messages.'),
  logging_exception_prefix: option(
    'DEFAULT/logging_exception_prefix',
    "Prefix of each line of an exception's trace.",
  ),
  logging_user_identity_format: option(
    'DEFAULT/logging_user_identity_format',
    'Format of the user of a request.',
  ),
  default_log_levels: option(
    'DEFAULT/default_log_levels',
    'Levels by logger: a hash, or a list of logger=LEVEL.',
    {
      value: dictionaryValue,
      default: '<SERVICE DEFAULT>',
      write: logLevels,
    },
  ),
  publish_errors: option('DEFAULT/publish_errors', 'Whether errors are also sent as notifications.'),
  instance_format: option('DEFAULT/instance_format', 'Format of an instance in messages.'),
  instance_uuid_format: option('DEFAULT/instance_uuid_format', "Format of an instance's UUID in messages."),
  fatal_deprecations: option('DEFAULT/fatal_deprecations', 'Whether deprecations are errors; for tests.'),
  verbose: parameter(anything, 'It has no effect.', {
    until: 'newton',
    obsolete: 'use debug',
  }),
};

/** `oslo::log`: the options of oslo.log. */
export class Log extends definedType('oslo::log', table, {
  doc: 'Logging of a service (oslo.log).',
}) {
  override declare(): void {
    const { debug, default_log_levels, verbose } = this.parameters;
    const converted = compareReleases(this.release, 'queens') >= 0 && !isServiceDefault(debug);
    if (converted && toBoolean(revealAll(debug)) === undefined) {
      this.fail(`debug must be true or false, not '${String(debug)}'`);
    }
    if (isSet(verbose)) this.warn('verbose is deprecated, has no effect and will be removed', 'leave it out');
    if (
      compareReleases(this.release, 'ocata') < 0 &&
      !isServiceDefault(default_log_levels) &&
      !isPlainHash(default_log_levels)
    ) {
      this.fail('default_log_levels must be a hash', 'write {logger: LEVEL}');
    }
    declareOptions(this, findConfigType(this, this.title), table);
  }
}
