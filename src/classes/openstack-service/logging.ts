import { classType, type Scope } from '../../catalog/index.js';
import * as oslo from '../oslo/index.js';
import { passOn } from '../pass-on.js';
import { adaptParameter } from '../shared/index.js';
import type { OpenStackService } from './openstack-service.js';

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
 * Returns the logging parameters of a service: those of `oslo::log`.
 * @param directory The directory of its logs: `/var/log/glance`.
 * @param file The log file, if several programs of the service have files of their own.
 */
export function createLoggingParameters(directory: string, file?: string) {
  return {
    debug,
    use_syslog,
    use_json: adaptParameter(use_json, { since: 'queens' }),
    use_stderr,
    log_facility: syslog_log_facility,
    log_dir: adaptParameter(log_dir, { default: directory }),
    log_file: file === undefined ? log_file : adaptParameter(log_file, { default: file }),
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
 * @param config The configuration type: `glance_api_config`.
 * @param values The values of `createLoggingParameters`.
 */
export function declareLog(scope: Scope, config: string, values: Readonly<Record<string, unknown>>): void {
  const { verbose: _, log_facility: facility, ...rest } = values;
  new oslo.Log(scope, config, { ...rest, syslog_log_facility: passOn(facility) });
}

/** The scope of a class, with its parameters. */
type ParameterScope = Scope & { readonly parameters: Readonly<Record<string, unknown>> };

/**
 * Returns the class `x::logging` of a service.
 * @param readLegacyValues Returns the values that take precedence because another class had these parameters.
 *   @default none
 */
export function createLogging(
  { name, title, config, deps }: OpenStackService,
  readLegacyValues?: (scope: ParameterScope) => Readonly<Record<string, unknown>>,
) {
  return class extends classType(
    `${name}::logging`,
    { ...createLoggingParameters(`/var/log/${name}`), ...journalParameters },
    { doc: `Logging of ${title}.` },
  ) {
    override declare(): void {
      this.include(deps);
      declareLog(this, config, { ...this.parameters, ...readLegacyValues?.(this) });
    }
  };
}
