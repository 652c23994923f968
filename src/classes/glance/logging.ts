import type { Scope } from '../../catalog/index.js';
import { resolveLegacyValue } from '../legacy-value.js';
import * as oslo from '../oslo/index.js';
import { passOn } from '../pass-on.js';
import { adaptParameter } from '../tables/index.js';
import { legacyLoggingNames } from './legacy-logging.js';

const {
  debug,
  use_syslog,
  use_json,
  use_journal,
  use_stderr,
  syslog_log_facility,
  log_dir,
  log_file,
  watch_log_file,
  logging_context_format_string,
  logging_default_format_string,
  logging_debug_format_suffix,
  logging_exception_prefix,
  log_config_append,
  default_log_levels,
  publish_errors,
  fatal_deprecations,
  instance_format,
  instance_uuid_format,
  log_date_format,
  verbose,
} = oslo.Log.definition.attributes;

/**
 * Returns the logging parameters of a service: those of `oslo::log`, with its own file below /var/log/glance.
 * @param name The file's name without its suffix.
 */
export function loggingParameters(name: string) {
  return {
    debug,
    use_syslog,
    use_json: adaptParameter(use_json, { since: 'queens' }),
    use_stderr,
    log_facility: syslog_log_facility,
    log_dir: adaptParameter(log_dir, { default: '/var/log/glance' }),
    log_file: adaptParameter(log_file, { default: `/var/log/glance/${name}.log` }),
    watch_log_file: adaptParameter(watch_log_file, { since: 'xena' }),
    logging_context_format_string,
    logging_default_format_string,
    logging_debug_format_suffix,
    logging_exception_prefix,
    log_config_append,
    default_log_levels,
    publish_errors,
    fatal_deprecations,
    instance_format,
    instance_uuid_format,
    log_date_format,
    verbose: adaptParameter(verbose, { deprecated: { hint: 'it has no effect: remove it' } }),
  } as const;
}

/** Logging to systemd's journal, for services that systemd starts. */
export const journalParameters = { use_journal: adaptParameter(use_journal, { since: 'queens' }) } as const;

/**
 * Declares the options of a log.
 * @param service The class whose parameters of the same name take precedence, as in Puppet; undefined if it has none.
 * @param names The parameters that do.
 */
export function declareLog(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  config: string,
  service?: string,
  names: readonly string[] = legacyLoggingNames,
): void {
  const { verbose: _, ...values } = scope.parameters as Record<string, unknown>;
  for (const name of service === undefined ? [] : names) {
    values[name] = resolveLegacyValue(scope, { service: String(service), until: 'rocky' }, name, name);
  }
  const { log_facility: facility, ...rest } = values;
  new oslo.Log(scope, config, { ...rest, syslog_log_facility: passOn(facility) });
}
