import { expect } from 'chai';
import type { NativeTypeDefinition } from '../../../src/catalog/native-type-definition.js';
import { vocabulary } from '../../../src/classes/vocabulary.js';
import { inspect } from '../../../src/engine/inspect.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { platform } from '../../../src/testing/platforms/platforms.js';
import { DebianHost } from './apt/debian.js';

describe('a package that is inspected', () => {
  it('of rpm is told with its version, though nobody wants one', async () => {
    const definition = vocabulary.types.get('package')?.definition as NativeTypeDefinition;
    const { facts } = platform('centos-9');
    const host = new SimulatedHost({
      facts,
      programs: { rpm: () => 'bash\t0\t5.1.8-6.el9\tx86_64\nbash\t0\t5.1.8-9.el9\tx86_64\n' },
    });
    const states = await inspect(definition, host, ['bash']);
    expect(states.get('bash')).to.include({ ensure: '5.1.8-9.el9' });
  });

  it('of Debian is told with its version, and what is not there as absent, without a question to apt', async () => {
    const definition = vocabulary.types.get('package')?.definition as NativeTypeDefinition;
    const host = new DebianHost().has('bash', '5.2.15-2');
    const states = await inspect(definition, host, ['bash', 'nano']);
    expect(states.get('bash')).to.include({ ensure: '5.2.15-2' });
    expect(states.get('nano')).to.include({ ensure: 'absent' });
    expect(host.calls.filter((call) => call.startsWith('apt'))).to.deep.equal([]);
  });
});
