import type { Command } from '../command.js';
import { apply } from './apply.js';
import { catalog } from './catalog.js';
import { check } from './check.js';
import { data } from './data.js';
import { describe } from './describe.js';
import { explain } from './explain.js';
import { facts } from './facts.js';
import { init } from './init.js';
import { inspect } from './inspect.js';
import { lookup } from './lookup.js';
import { plan } from './plan.js';

/** Every command, in the order of the help. The first one is the default. */
export const commands: readonly [Command, ...Command[]] = [
  apply,
  plan,
  catalog,
  check,
  describe,
  explain,
  inspect,
  facts,
  lookup,
  data,
  init,
];
