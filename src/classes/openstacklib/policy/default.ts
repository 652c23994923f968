import { absolutePath, definedType, parameter } from '../../../catalog/index.js';
import { File } from '../../../resources/index.js';
import { passOn } from '../../pass-on.js';
import { fileParameters } from './parameters.js';

/** `openstacklib::policy::default`: the file of rules. */
export class Default extends definedType(
  'openstacklib::policy::default',
  { file_path: parameter(absolutePath, 'The file, if it is not the title.'), ...fileParameters },
  { doc: 'The file of the rules of a policy.', since: 'wallaby' },
) {
  override declare(): void {
    const {
      file_path = this.title,
      file_mode,
      file_user,
      file_group,
      file_format,
      purge_config,
    } = this.parameters;
    this.ensureResource(File, String(file_path), {
      mode: passOn(file_mode),
      owner: passOn(file_user),
      group: passOn(file_group),
      replace: passOn(purge_config),
      content: this.#empty(String(file_path), file_format),
    });
  }

  #empty(path: string, format: unknown): string {
    if (format === 'json') {
      this.warn('the format json is deprecated and will be removed', "use 'yaml'");
      return '{}';
    }
    if (format !== 'yaml')
      this.fail(`${format} is an unsupported policy file format`, "choose 'json' or 'yaml'");
    if (path.includes('.json')) {
      this.fail(
        `${path} should be a YAML file instead of a JSON file`,
        'OpenStack reads policy.yaml since Wallaby',
      );
    }
    return '';
  }
}
