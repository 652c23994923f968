import type { DesiredService } from './attributes.js';
import { unsupportedAttributeNames, unsupportedAttributes } from './unsupported-attributes.js';

/** Reports contradictions between attributes, and values for other operating systems. */
export function* checkService(desired: DesiredService): Iterable<string> {
  const { ensure, enable, pattern, watch } = desired;
  if (enable === 'delayed' || enable === 'manual')
    yield `enable cannot be '${enable}', which only Windows has: false keeps the service from starting at boot`;
  for (const name of unsupportedAttributeNames) {
    if (desired[name] !== undefined)
      yield `${name} is not supported: only ${unsupportedAttributes[name]} has it`;
  }
  if (enable === 'mask' && ensure === 'running')
    yield 'a masked service cannot run: enable is mask and ensure is running';
  if (watch !== undefined && ensure === 'stopped')
    yield 'watch has no effect on a service that is stopped, and ensure is stopped';
  if (pattern !== undefined) {
    try {
      new RegExp(pattern);
    } catch {
      yield `pattern is not a regular expression: ${pattern}`;
    }
  }
}
