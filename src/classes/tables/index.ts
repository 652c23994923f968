export { inet6Prefix, normalizeIpForUri } from './addresses.js';
export { configType } from './config-type.js';
export { asArray, asBoolean, asText, derive, isHash, joinAny, joinPairs, pick } from './lists.js';
export { configParserLiteral, password } from './literal.js';
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
export { optionsDefine } from './options-define.js';
export { perRelease } from './per-release.js';
export { delayParameter, ensureParameter, randomSleep, scheduleParameters } from './schedule.js';
export { isServiceDefault, isSet, serviceDefault } from './service-default.js';
export { type ConfigType, settings } from './settings.js';
export { passwordText, secretText, text } from './text.js';
export {
  type DatabaseConnectionParts,
  osDatabaseConnection,
  osTransportUrl,
  type TransportUrlParts,
} from './uris.js';
export { workers } from './workers.js';
export { written } from './written.js';
