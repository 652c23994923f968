(() => {
  const { resources, edges } = JSON.parse(document.getElementById('data').textContent);
  const byId = (id) => document.getElementById(id);
  const [map, grid, svg, panel, search] = ['map', 'grid', 'edges', 'panel', 'search'].map(byId);
  const items = [...document.querySelectorAll('.item')];
  const MOST = 200;

  const owner = [];
  resources.forEach(({ nodes }, index) => {
    for (const node of nodes) owner[node] = index;
  });
  const links = { before: new Map(), after: new Map() };
  const put = (side, node, edge) => {
    if (!links[side].has(node)) links[side].set(node, []);
    links[side].get(node).push(edge);
  };
  for (const edge of edges) {
    put('before', edge[1], edge);
    put('after', edge[0], edge);
  }

  /** What is next to a resource, with the way there through anchors and containers; and all that is further away. */
  function around(index, side, refresh) {
    const [first, last] = resources[index].nodes;
    const start = side === 'before' ? first : last;
    const end = side === 'before' ? 0 : 1;
    const near = new Map();
    const cameBy = new Map();
    const open = [start];
    for (const node of open) {
      for (const edge of links[side].get(node) ?? []) {
        const next = edge[end];
        if ((refresh && !edge[2]) || next === start || cameBy.has(next)) continue;
        cameBy.set(next, edge);
        if (resources[owner[next]].transparent) open.push(next);
        else near.set(owner[next], way(next, start, cameBy, end));
      }
    }
    const far = new Set([start]);
    for (const node of far) for (const edge of links[side].get(node) ?? []) far.add(edge[end]);
    return { near, far: new Set([...far].map((node) => owner[node])) };
  }

  function way(node, start, cameBy, end) {
    const steps = [];
    while (node !== start) {
      const edge = cameBy.get(node);
      const [from, to, refresh, why] = edge;
      if (owner[from] !== owner[to]) steps.push({ from: owner[from], to: owner[to], refresh, why });
      node = edge[1 - end];
    }
    return end === 0 ? steps : steps.reverse();
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }
  const link = (index) => element('a', { href: `#r${index}`, textContent: resources[index].reference });
  const faint = (text) => element('span', { className: 'faint', textContent: text });

  function section(heading, children, tag = 'ul') {
    if (children.length === 0) return [];
    const shown = children.slice(0, MOST);
    if (children.length > MOST) shown.push(element('li', {}, faint(`and ${children.length - MOST} more`)));
    return [element('h4', { textContent: heading }), element(tag, {}, ...shown)];
  }

  /** Ways that differ in their far end alone are told once. */
  function wayItems(near, side) {
    const groups = new Map();
    for (const [index, steps] of near) {
      const through = steps.map(({ to, refresh, why }, at) => {
        const last = at === steps.length - 1;
        const name = last ? (side === 'before' ? 'this' : 'it') : resources[to].reference;
        return `${refresh ? '~>' : '->'} ${name} (${why})`;
      });
      const type = resources[index].reference.split('[')[0];
      const key = `${type} ${through.join(' ')}`;
      if (!groups.has(key)) groups.set(key, { type, through, members: [] });
      groups.get(key).members.push(index);
    }
    return [...groups.values()].map(({ type, through, members }) => {
      const lines = through.map((line) => faint(line));
      if (members.length === 1) return element('li', {}, link(members[0]), ...lines);
      const list = element('ul', {}, ...members.map((one) => element('li', {}, link(one))));
      const summary = element('summary', { textContent: `${type} × ${members.length}` });
      return element('li', {}, element('details', { open: members.length <= 3 }, summary, list), ...lines);
    });
  }

  function describe(index) {
    const { reference, location, declaredBy, containers, values } = resources[index];
    const [before, after] = [around(index, 'before', false), around(index, 'after', false)];
    const refreshedBy = around(index, 'before', true).near;
    const refreshes = around(index, 'after', true).near;
    const contained = resources.flatMap((one, at) => (one.containers.includes(index) ? [at] : []));
    const origin = element('p', {}, 'declared by ');
    origin.append(declaredBy > 0 ? link(declaredBy) : 'the manifest', location === '' ? '' : `, ${location}`);
    const others = containers.filter((one) => one !== declaredBy && one > 0);
    panel.replaceChildren(
      element('h2', { textContent: reference }),
      origin,
      ...section(
        'Contained in',
        others.map((one) => element('li', {}, link(one))),
      ),
      ...section('Refreshed by', wayItems(refreshedBy, 'before')),
      ...section('Refreshes', wayItems(refreshes, 'after')),
      ...section('Needs', wayItems(before.near, 'before')),
      ...section('Comes before', wayItems(after.near, 'after')),
      ...section(
        'Values',
        values.flatMap(([name, value, from]) => [
          element('dt', { textContent: name }),
          element('dd', {}, value, ' ', faint(from)),
        ]),
        'dl',
      ),
      ...section(
        'Contains',
        contained.map((one) => element('li', {}, link(one))),
      ),
    );
    panel.scrollTop = 0;
    return { before, after, refreshes, refreshedBy };
  }

  let chosen;

  function choose(index, scroll) {
    chosen = index;
    for (const item of document.querySelectorAll('.near, .far, .needs, .follows, .chosen'))
      if (!item.closest('#legend')) item.classList.remove('near', 'far', 'needs', 'follows', 'chosen');
    map.classList.toggle('choosing', index !== undefined);
    if (index === undefined) {
      svg.replaceChildren();
      welcome();
      return;
    }
    const { before, after, refreshes, refreshedBy } = describe(index);
    const mark = (set, ...names) => {
      for (const one of set) byId(`r${one}`)?.classList.add(...names);
    };
    mark(before.far, 'far');
    mark(after.far, 'far');
    mark(before.near.keys(), 'near', 'needs');
    mark(after.near.keys(), 'near', 'follows');
    mark([index], 'chosen');
    const item = byId(`r${index}`);
    if (item !== null) {
      const stack = item.closest('details');
      if (stack !== null) stack.open = true;
      if (scroll) item.scrollIntoView({ block: 'center', inline: 'center' });
    }
    draw(index, before.near, after.near, refreshedBy, refreshes);
  }

  /** A resource's own box, or that of the closed stack that it is in. */
  function boxOf(index) {
    const item = byId(`r${index}`);
    const stack = item?.closest('details:not([open])');
    const box = stack?.firstElementChild ?? item;
    if (box === null || box === undefined) return undefined;
    const [inner, outer] = [box.getBoundingClientRect(), grid.getBoundingClientRect()];
    return {
      box,
      left: inner.left - outer.left,
      right: inner.right - outer.left,
      middle: (inner.top + inner.bottom) / 2 - outer.top,
    };
  }

  function draw(index, before, after, refreshedBy, refreshes) {
    svg.replaceChildren();
    svg.setAttribute('width', grid.scrollWidth);
    svg.setAttribute('height', grid.scrollHeight);
    const self = boxOf(index);
    if (self === undefined) return;
    const drawn = new Set();
    const curve = (from, to, name, other) => {
      const key = `${name} ${from.left} ${from.middle} ${to.left} ${to.middle}`;
      if (drawn.has(key)) return;
      drawn.add(key);
      if (other.box.tagName === 'SUMMARY')
        other.box.classList.add('near', name === 'refreshing' ? 'far' : name);
      const bend = Math.max(24, Math.abs(to.left - from.right) / 2);
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('class', name);
      path.setAttribute(
        'd',
        `M${from.right},${from.middle} C${from.right + bend},${from.middle} ${to.left - bend},${to.middle} ${to.left},${to.middle}`,
      );
      svg.append(path);
    };
    for (const one of before.keys()) {
      const other = boxOf(one);
      if (other) curve(other, self, refreshedBy.has(one) ? 'refreshing' : 'needs', other);
    }
    for (const one of after.keys()) {
      const other = boxOf(one);
      if (other) curve(self, other, refreshes.has(one) ? 'refreshing' : 'follows', other);
    }
  }

  function welcome() {
    const key = (name, what) => element('p', {}, element('kbd', { textContent: name }), ` ${what}`);
    panel.replaceChildren(
      element('h2', { textContent: 'Choose a resource' }),
      element('p', {
        textContent:
          'What stands further to the right is applied later. A resource shows what it needs, what it refreshes, and where its values come from.',
      }),
      key('/', 'search names and values'),
      key('←', 'to something that it needs'),
      key('→', 'to something that comes after it'),
      key('↑ ↓', 'to the resources beside it'),
      key('Esc', 'back to this page'),
    );
  }

  function find(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    map.classList.toggle('searching', words.length > 0);
    for (const item of document.querySelectorAll('.found')) item.classList.remove('found');
    if (words.length === 0) return choose(chosen, false);
    const found = resources.flatMap(({ reference, values }, index) => {
      const all = `${reference} ${values.map(([name, value]) => `${name}=${value}`).join(' ')}`.toLowerCase();
      return words.every((word) => all.includes(word)) ? [index] : [];
    });
    // Names before values.
    const named = ([word], index) => (resources[index].reference.toLowerCase().includes(word) ? 0 : 1);
    found.sort((a, b) => named(words, a) - named(words, b) || a - b);
    for (const index of found) {
      const item = byId(`r${index}`);
      item?.classList.add('found');
      item?.closest('details')?.firstElementChild.classList.add('found');
    }
    const list = found.map((index) => element('li', {}, link(index)));
    panel.replaceChildren(
      element('h2', { textContent: `${found.length} found` }),
      ...section('Resources', list),
    );
  }

  function leaveSearch() {
    search.value = '';
    map.classList.remove('searching');
  }

  function follow() {
    const match = /^#r(\d+)$/.exec(location.hash);
    const index = match === null ? undefined : Number(match[1]);
    leaveSearch();
    choose(index !== undefined && index < resources.length ? index : undefined, true);
  }

  const go = (index) => {
    if (index === undefined) history.pushState(null, '', ' ');
    else location.hash = `#r${index}`;
  };

  function beside(step) {
    const shown = items.filter((item) => item.offsetParent !== null);
    const at = shown.findIndex((item) => item.id === `r${chosen}`);
    const next = shown[chosen === undefined ? 0 : (at + step + shown.length) % shown.length];
    return Number(next.id.slice(1));
  }

  const keys = {
    ArrowUp: () => beside(-1),
    ArrowDown: () => beside(1),
    ArrowLeft: () => (chosen === undefined ? beside(1) : [...around(chosen, 'before', false).near.keys()][0]),
    ArrowRight: () => (chosen === undefined ? beside(1) : [...around(chosen, 'after', false).near.keys()][0]),
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      leaveSearch();
      search.blur();
      go(undefined);
      choose(undefined, false);
    } else if (event.target === search) {
      const first = panel.querySelector('li a');
      if (event.key === 'Enter') first?.click();
      else if (event.key === 'ArrowDown') first?.focus();
    } else if (event.key === '/') {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (keys[event.key] !== undefined && !panel.contains(event.target)) {
      event.preventDefault();
      const index = keys[event.key]();
      if (index !== undefined) {
        go(index);
        byId(`r${index}`)?.focus();
      }
    }
  });
  search.addEventListener('input', () => find(search.value));
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
  addEventListener('resize', () => choose(chosen, false));
  // Stacks that open or close move what the lines lead to.
  grid.addEventListener('toggle', () => chosen !== undefined && choose(chosen, false), true);
  follow();
})();
