export { adaptParameter } from './adapt-parameter.js';
export { inet6Prefix, normalizeIpForUri } from './addresses.js';
export { type ConfigType, declareSettings } from './declare-settings.js';
export { defaultWorkers } from './default-workers.js';
export { findConfigType } from './find-config-type.js';
export { formatOrFail } from './format-or-fail.js';
export { literalSecret, toConfigParserLiteral } from './literal-values.js';
export {
  type DeclareOptions,
  declareOptions,
  type OptionOptions,
  type OptionParameter,
  option,
} from './option.js';
export {
  dictionaryValue,
  type OptionScalar,
  type OptionValue,
  optionValue,
  secretOptionValue,
} from './option-value.js';
export { createOptionsDefinedType } from './options-defined-type.js';
export { perRelease } from './per-release.js';
export {
  derive,
  isPlainHash,
  joinAny,
  joinPairs,
  pick,
  toArray,
  toBoolean,
  toText,
} from './puppet-functions.js';
export {
  passwordString,
  scalarString,
  secretScalarString,
} from './scalar-string.js';
export { delayParameter, ensureParameter, randomSleep, scheduleParameters } from './schedule.js';
export { isServiceDefault, isSet, serviceDefault } from './service-default.js';
export {
  type DatabaseConnectionParts,
  osDatabaseConnection,
  osTransportUrl,
  type TransportUrlParts,
} from './uris.js';
