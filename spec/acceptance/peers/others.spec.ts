import { describeCases } from './describe-cases.js';
import { groups } from './groups.js';
import { peerSuites } from './peer-suites.js';

const suites = (await peerSuites()).filter(groups.others);

describe('what other tools define of everything else', () => describeCases(suites));
