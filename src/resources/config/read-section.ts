import { fromOsloText } from '../../formats/oslo-text.js';
import type { AuthOptions } from '../openstack/credentials/auth-options.js';
import { ConfigDocument } from './config-document.js';

/** The settings of a section of a service's configuration; of a setting that is there several times, the last. */
export function readSection(text: string, section: string): AuthOptions {
  const document = new ConfigDocument(text);
  const names = [...(document.sections.get(section)?.settings.keys() ?? [])];
  return Object.fromEntries(
    names.map((name) => [name, fromOsloText(document.values(section, name).at(-1) ?? '')]),
  );
}
