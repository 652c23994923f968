import { expect } from 'chai';
import { GraphExtension, PredecessorSet } from '../../../src/engine/graph/predecessor-set.js';

describe('the predecessors of a point', () => {
  function edgesAfter(...predecessors: number[]) {
    const extension = new GraphExtension(10);
    const set = new PredecessorSet(extension);
    for (const node of predecessors) set.addPredecessor(node);
    set.addSuccessor(8);
    set.addSuccessor(9);
    return { size: extension.size, edges: extension.edges.map(({ source, target }) => [source, target]) };
  }

  it('need an edge per successor if there is only one', () => {
    expect(edgesAfter(1)).to.deep.equal({
      size: 10,
      edges: [
        [1, 8],
        [1, 9],
      ],
    });
  });

  it('share a node if there are several', () => {
    expect(edgesAfter(1, 2)).to.deep.equal({
      size: 11,
      edges: [
        [1, 10],
        [2, 10],
        [10, 8],
        [10, 9],
      ],
    });
  });

  it('need nothing if there are none', () => {
    expect(edgesAfter()).to.deep.equal({ size: 10, edges: [] });
  });
});
