import { raise } from '../../errors/glance-apply-error.js';
import type { HostShare } from '../../fleet/running/failure-limit.js';
import type { Serial, Steps } from '../../fleet/running/rollout.js';
import type { OptionSpec, OptionSpecs } from '../option-spec.js';
import { hostOptions } from './host-options.js';

/** The options of a run on several hosts. */
export const fleetOptions = {
  ...hostOptions,
  serial: serialOption(
    'apply step by step: numbers or percentages of hosts (1,5,50%), for all hosts or a group (web=25%); can be given for several groups',
  ),
  'max-failures': shareOption(
    'stop on all hosts if more hosts than this fail or are unreachable: a number or a percentage',
  ),
} satisfies OptionSpecs;

function shareOption(doc: string): OptionSpec<HostShare | undefined> {
  return { doc, placeholder: 'SHARE', fallback: undefined, parse: parseShare };
}

function serialOption(doc: string): OptionSpec<Serial | undefined> {
  return {
    doc,
    placeholder: 'STEPS',
    fallback: undefined,
    parse(text, option, earlier) {
      const [, group, steps = text] = /^([^=]+)=(.*)$/.exec(text) ?? [];
      const parsed: Steps = steps.split(',').map((one) => parseShare(one, option));
      if (group === undefined) {
        if (earlier === undefined) return parsed;
      } else if (earlier === undefined || isByGroup(earlier)) {
        return { ...earlier, [group]: parsed };
      }
      return raise('usage.option', `the option '${option}' is given for all hosts, and once more`, {
        hint: `name a group in each: ${option} web=25% ${option} database=1`,
      });
    },
  };
}

function isByGroup(serial: Serial): serial is Readonly<Record<string, Steps>> {
  return typeof serial === 'object' && !Array.isArray(serial);
}

function parseShare(text: string, option: string): HostShare {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim()) ?? [];
  if (digits === undefined || (percent === '' && !/^\d+$/.test(digits))) {
    return raise('usage.option', `the option '${option}' needs a number or a percentage, not '${text}'`, {
      hint: `such as ${option} 2 or ${option} 25%`,
    });
  }
  return percent === '' ? Number(digits) : `${Number(digits)}%`;
}
