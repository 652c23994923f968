export { inet6Prefix, normalizeIpForUri } from './addresses.js';
export { type ConfigType, declareSettings as settings } from './declare-settings.js';
export { defaultWorkers as workers } from './default-workers.js';
export { findConfigType as configType } from './find-config-type.js';
export { formatOrFail as written } from './format-or-fail.js';
export { literalSecret as password, toConfigParserLiteral as configParserLiteral } from './literal-values.js';
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
export { createOptionsDefinedType as optionsDefine } from './options-defined-type.js';
export { perRelease } from './per-release.js';
export {
  derive,
  isHash,
  joinAny,
  joinPairs,
  pick,
  toArray as asArray,
  toBoolean as asBoolean,
  toText as asText,
} from './puppet-functions.js';
export {
  passwordString as passwordText,
  scalarString as text,
  secretScalarString as secretText,
} from './scalar-string.js';
export { delayParameter, ensureParameter, randomSleep, scheduleParameters } from './schedule.js';
export { isServiceDefault, isSet, serviceDefault } from './service-default.js';
export {
  type DatabaseConnectionParts,
  osDatabaseConnection,
  osTransportUrl,
  type TransportUrlParts,
} from './uris.js';
