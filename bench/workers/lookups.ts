import { data } from 'glance-apply';

const MODULES = 200;
const KEYS = 50;
const LOOKUPS = 2000;

/** Opens the data that the first argument names, and looks up many of its keys. */
const [, , config = ''] = process.argv;
const hierarchy = await data.openHierarchy(config, { processEnvironment: {} });
for (let index = 0; index < LOOKUPS; index++) {
  const key = `module${index % MODULES}::key_${(index * 7) % KEYS}`;
  if (hierarchy.lookup(key) === undefined) throw new Error(`the key ${key} does not exist`);
}
