import { problem } from '../errors/diagnostic.js';
import { didYouMean } from '../errors/nearest.js';
import type { Compilation } from './compilation.js';
import type { CompiledResource } from './compiled-resource.js';
import { Reference } from './reference.js';
import type { Resource } from './resource.js';

/** Reports resources that another one requires and that are not declared, such as a filebucket that a file names. */
export function reportMissingResources(
  compiled: readonly CompiledResource[],
  sources: readonly Resource[],
  compilation: Compilation,
): void {
  for (const { definition, desired, index } of compiled) {
    for (const { type, title } of definition?.refersTo?.(desired) ?? []) {
      const known = compiled
        .filter((other) => other.type === type)
        .flatMap((other) => [other.title, other.name]);
      if (known.includes(title)) continue;
      compilation.report(
        problem(
          'reference.unknown',
          `${sources[index]} names the ${type} '${title}', which nothing declares`,
          {
            location: sources[index]?.location,
            hint: didYouMean(title, known) ?? `declare ${new Reference(type, title)}`,
          },
        ),
      );
    }
  }
}
