import { Reference } from '../../catalog/reference.js';
import { assertCompiles, assertCompilesWithAllDependencies, assertHasCycle } from '../assert-compiles.js';
import { assertContains, assertLacks } from '../assert-contains.js';
import { assertClassCount, assertResourceCount } from '../assert-counts.js';
import { assertRefuses, type Compiling } from '../assert-refuses.js';
import {
  assertChangesNothing,
  assertEffect,
  assertNoEffect,
  changesOf,
  type RunEffect,
} from '../convergence/assert-convergence.js';
import { assertConverges } from '../convergence/assert-converges.js';
import type { ConvergeOptions } from '../convergence/converge-options.js';
import { Convergence } from '../convergence/convergence.js';
import { type Declarable, isDeclarable } from '../declarable.js';
import { fail } from '../fail.js';
import { isCatalog } from '../is-catalog.js';
import './expectations.js';

type Method = (this: object, ...args: never[]) => unknown;

/** The part of chai that the plugin uses. */
interface ChaiLike {
  readonly Assertion: { readonly prototype: object };
}

/** The part of chai's utilities that the plugin uses. */
interface UtilitiesLike {
  flag(assertion: object, name: string): unknown;
  addMethod(prototype: object, name: string, method: Method): void;
  addProperty(prototype: object, name: string, getter: (this: object) => unknown): void;
  overwriteChainableMethod(
    prototype: object,
    name: string,
    method: (original: Method) => Method,
    chaining: (...original: never[]) => Method,
  ): void;
}

/**
 * A chai plugin with assertions about catalogs and runs. Importing 'glance-apply/testing' registers it with the chai that
 * it finds; register it with another chai with `chai.use(glanceApply)`.
 */
export function glanceApply({ Assertion }: ChaiLike, utilities: UtilitiesLike): void {
  const { prototype } = Assertion;
  const { flag } = utilities;
  const negated = (assertion: object) => flag(assertion, 'negate') === true;

  const subject = <T>(
    assertion: object,
    name: string,
    is: (value: unknown) => value is T,
    what: string,
  ): T => {
    const value = flag(assertion, 'object');
    return is(value)
      ? value
      : fail(`${name} is an assertion about ${what}, but the value is not one`, glanceApply);
  };
  const method = (name: string, run: (assertion: object, args: readonly unknown[]) => unknown) =>
    utilities.addMethod(prototype, name, function (this: object, ...args: never[]) {
      return run(this, args);
    });
  const onlyPositive = (assertion: object, name: string) => {
    if (negated(assertion)) fail(`${name} cannot be negated`, glanceApply);
  };
  const catalogOf = (assertion: object, name: string) => subject(assertion, name, isCatalog, 'a catalog');

  for (const name of ['contain', 'contains', 'include', 'includes']) {
    utilities.overwriteChainableMethod(
      prototype,
      name,
      (original) =>
        function (this: object, ...args: never[]) {
          const value = flag(this, 'object');
          const [type, title] = args;
          if (!isCatalog(value) || !isDeclarable(type)) return original.apply(this, args);
          // Which titles the type has is known to the caller's compiler alone.
          const untyped = [value, type, title] as Parameters<typeof assertContains<Declarable, string>>;
          return negated(this) ? assertLacks(...untyped) : assertContains(...untyped);
        },
      (original: Method) =>
        function (this: object) {
          return original.apply(this);
        },
    );
  }

  utilities.addProperty(prototype, 'compile', function () {
    const catalog = catalogOf(this, 'compile');
    if (negated(this)) assertHasCycle(catalog);
    else assertCompiles(catalog);
  });
  method('allDependencies', (assertion) => {
    onlyPositive(assertion, 'allDependencies');
    assertCompilesWithAllDependencies(catalogOf(assertion, 'allDependencies'));
  });
  method('resourceCount', (assertion, args) => {
    onlyPositive(assertion, 'resourceCount');
    const [type, count] = args as readonly [Declarable, number];
    assertResourceCount(catalogOf(assertion, 'resourceCount'), type, count);
  });
  method('classCount', (assertion, [count]) => {
    onlyPositive(assertion, 'classCount');
    assertClassCount(catalogOf(assertion, 'classCount'), Number(count));
  });
  method('converge', (assertion, [options]) => {
    onlyPositive(assertion, 'converge');
    return assertConverges(catalogOf(assertion, 'converge'), options as ConvergeOptions);
  });
  method('refuse', (assertion, [message]) => {
    onlyPositive(assertion, 'refuse');
    return assertRefuses(flag(assertion, 'object') as Compiling, message as string | RegExp | undefined);
  });

  const runOf = (assertion: object, name: string) =>
    subject(assertion, name, (value) => value instanceof Convergence, 'a result of converge');
  for (const deed of ['changed', 'refreshed', 'failed', 'skipped'] as const satisfies readonly RunEffect[]) {
    method(deed, (assertion, args) => {
      const [target, title] = args as readonly [Declarable, string];
      const run = runOf(assertion, deed);
      if (negated(assertion)) return assertNoEffect(run, deed, target, title);
      return Reference.is(target) ? assertEffect(run, deed, target) : assertEffect(run, deed, target, title);
    });
  }
  method('changeNothing', (assertion) => {
    const run = runOf(assertion, 'changeNothing');
    if (!negated(assertion)) assertChangesNothing(run);
    else if (changesOf(run).length === 0) fail('expected the run to change something', glanceApply);
  });
}
