import type { CatalogResource } from '../../../src/catalog/catalog.js';
import { compile, manifest, type Scope } from '../../../src/catalog/index.js';
import { StateDirectory } from '../../../src/engine/state/state-directory.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { Thing } from '../world.js';

/** A state directory in memory. */
export class StateBench {
  readonly host = new SimulatedHost();
  readonly directory = new StateDirectory(this.host, '/state');

  static async open(): Promise<StateBench> {
    const bench = new StateBench();
    await bench.directory.create();
    return bench;
  }

  put(name: string, content: string): void {
    this.host.files.put(`/state/${name}`, content);
  }

  async text(name: string): Promise<string | undefined> {
    const [content] = await this.host.files.read([`/state/${name}`]);
    if (content instanceof Error) throw content;
    return content?.toString('utf8');
  }
}

/** Resources of the type `thing`, by their titles. */
export async function things<const T extends readonly string[]>(
  ...titles: T
): Promise<{ [K in keyof T]: CatalogResource }> {
  const declared = (site: Scope) => {
    for (const title of titles) new Thing(site, title, { value: '1' });
  };
  const { resources } = await compile(manifest(declared));
  return resources.filter(({ type }) => type === 'thing') as { [K in keyof T]: CatalogResource };
}
