import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { HostError } from '../../src/hosts/host-error.js';

/** Messages of errors of Node that indicate a bug. */
const NODE_MESSAGES =
  /Cannot (?:read|set) propert|is not (?:a function|iterable|defined|a constructor)|Invalid (?:array|string|regular)|Maximum call stack|Cannot convert|Cannot mix BigInt|out of memory|of (?:undefined|null)\b|Unexpected (?:token|end|non-whitespace)/;

/**
 * Returns what is wrong with something that was thrown; undefined for an intended error: one of the project's own
 * classes, or a plain one whose message does not indicate a bug.
 */
export function describeFault(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return `something was thrown that is not an error: ${String(thrown)}`;
  if (NODE_MESSAGES.test(thrown.message) && !GlanceApplyError.is(thrown)) return formatError(thrown);
  if (GlanceApplyError.is(thrown) || thrown instanceof HostError) return undefined;
  const isNative = [TypeError, RangeError, ReferenceError, SyntaxError, EvalError, URIError].some(
    (kind) => thrown instanceof kind,
  );
  const isOfLibrary = /^(?:YAML|Assertion|DOMException)/.test(thrown.name);
  return isNative || isOfLibrary ? formatError(thrown) : undefined;
}

function formatError({ name, message, stack }: Error): string {
  const frame =
    stack
      ?.split('\n')
      .find((line) => line.includes('/src/'))
      ?.trim() ?? '';
  return `${name}: ${message.slice(0, 200)} ${frame}`;
}
