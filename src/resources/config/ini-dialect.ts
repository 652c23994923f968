import type { Dialect, Edit } from './dialect.js';
import { IniFile } from './ini-file.js';
import type { IniLayout } from './ini-layout.js';
import type { Syntax } from './syntax.js';

/** Creates the dialect of `name = value` lines that puppetlabs-inifile reads and writes: values have one line. */
export function createIniDialect(syntax: Syntax): Dialect<IniFile, IniLayout> {
  const { separators, sectionPrefix, sectionSuffix } = syntax;
  return {
    key: JSON.stringify([separators, sectionPrefix, sectionSuffix]),
    parse: (text) => new IniFile(text, syntax),
    edit(text, edits) {
      const file = new IniFile(text, syntax);
      for (const edit of edits) applyEdit(file, edit);
      return file.changed ? file.text : text;
    },
  };
}

function applyEdit(file: IniFile, { section, setting, values, ...layout }: Edit & IniLayout): void {
  if (setting === undefined) file.addSection(section);
  else file.set(section, setting, values, layout);
}
