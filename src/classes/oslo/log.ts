import { anything, definedType, parameter } from '../../catalog/index.js';
import { compareReleases, type Release } from '../../data/releases.js';
import { revealAll } from '../../secrets/secret.js';
import {
  asBoolean,
  configType,
  declareOptions,
  derive,
  dictionaryValue,
  isHash,
  isServiceDefault,
  isSet,
  joinPairs,
  option,
} from '../tables/index.js';

/** Hashes become sorted pairs, lists sorted items; a text stays as it is. */
function logLevels(value: unknown): unknown {
  return derive(value, (clear) => {
    if (isHash(clear)) return joinPairs(clear);
    return Array.isArray(clear) ? [...clear].map(String).sort().join(',') : clear;
  });
}

/** oslo.log stumbles over anything but a proper boolean here (Launchpad 1719929). */
function debug(value: unknown, release: Release): unknown {
  return isServiceDefault(value) || compareReleases(release, 'queens') < 0 ? value : derive(value, asBoolean);
}

const table = {
  debug: option('DEFAULT/debug', 'Logs what only a developer wants to know.', { write: debug }),
  log_config_append: option(
    'DEFAULT/log_config_append',
    "A file of Python's logging configuration, which then decides all.",
  ),
  log_date_format: option('DEFAULT/log_date_format', 'How times are written, in the letters of strftime.'),
  log_file: option('DEFAULT/log_file', 'The file to log to, under `log_dir` where it is relative.'),
  log_dir: option('DEFAULT/log_dir', 'The directory of log files.'),
  watch_log_file: option(
    'DEFAULT/watch_log_file',
    'Opens the log file anew when something has moved it away.',
  ),
  use_syslog: option('DEFAULT/use_syslog', 'Logs to syslog.'),
  use_journal: option('DEFAULT/use_journal', "Logs to systemd's journal, with its fields.", {
    since: 'pike',
  }),
  use_json: option('DEFAULT/use_json', 'Writes each message as JSON.', { since: 'queens' }),
  syslog_log_facility: option('DEFAULT/syslog_log_facility', 'The syslog facility.'),
  use_stderr: option('DEFAULT/use_stderr', 'Logs to standard error.'),
  logging_context_format_string: option(
    'DEFAULT/logging_context_format_string',
    'Form of messages that belong to a request.',
  ),
  logging_default_format_string: option(
    'DEFAULT/logging_default_format_string',
    'Form of all other messages.',
  ),
  logging_debug_format_suffix: option(
    'DEFAULT/logging_debug_format_suffix',
    'What debug messages have at their end.',
  ),
  logging_exception_prefix: option(
    'DEFAULT/logging_exception_prefix',
    "What stands before each line of an exception's trace.",
  ),
  logging_user_identity_format: option(
    'DEFAULT/logging_user_identity_format',
    'How the user of a request is put into words.',
  ),
  default_log_levels: option(
    'DEFAULT/default_log_levels',
    'Levels of single loggers: a hash, or a list of logger=LEVEL.',
    {
      value: dictionaryValue,
      default: '<SERVICE DEFAULT>',
      write: logLevels,
    },
  ),
  publish_errors: option('DEFAULT/publish_errors', 'Sends errors as notifications, too.'),
  instance_format: option('DEFAULT/instance_format', 'How an instance is named in messages about it.'),
  instance_uuid_format: option(
    'DEFAULT/instance_uuid_format',
    "How an instance's UUID is named in messages about it.",
  ),
  fatal_deprecations: option('DEFAULT/fatal_deprecations', 'What is deprecated is an error; for tests.'),
  verbose: parameter(anything, 'Had no effect any more.', {
    until: 'newton',
    obsolete: 'debug says whether more is logged',
  }),
};

/** `oslo::log`: the options of oslo.log. */
export class Log extends definedType('oslo::log', table, {
  doc: 'What a service logs, how and where (oslo.log).',
}) {
  override declare(): void {
    const { debug, default_log_levels, verbose } = this.parameters;
    const converted = compareReleases(this.release, 'queens') >= 0 && !isServiceDefault(debug);
    if (converted && asBoolean(revealAll(debug)) === undefined) {
      this.fail(`debug must be true or false, not '${String(debug)}'`);
    }
    if (isSet(verbose)) this.warn('verbose is deprecated, has no effect and will be removed', 'leave it out');
    if (
      compareReleases(this.release, 'ocata') < 0 &&
      !isServiceDefault(default_log_levels) &&
      !isHash(default_log_levels)
    ) {
      this.fail('default_log_levels must be a hash', 'write {logger: LEVEL}');
    }
    declareOptions(this, configType(this, this.title), table);
  }
}
