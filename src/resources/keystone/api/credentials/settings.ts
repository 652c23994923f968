import { fromOsloText } from '../../../../formats/oslo-text.js';
import { ConfigDocument } from '../../../config/document.js';
import type { Options } from './options.js';

/** The settings of a section of a service's configuration; of a setting that is there several times, the last. */
export function settingsIn(text: string, section: string): Options {
  const document = new ConfigDocument(text);
  const names = [...(document.sections.get(section)?.settings.keys() ?? [])];
  return Object.fromEntries(
    names.map((name) => [name, fromOsloText(document.values(section, name).at(-1) ?? '')]),
  );
}
