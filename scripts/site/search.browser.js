// Searches the index next to this file. A script rather than a module, and without requests, so that it works for pages
// that are opened from the disk.

/**
 * Returns the sections that contain every word of the query, the best first: words in headings count more than words in
 * the text.
 * @param {readonly { t: string, h: string, u: string, x: string }[]} index Title, heading, address and text.
 * @param {string} query
 */
function searchSections(index, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = [];
  for (const section of index) {
    const title = section.t.toLowerCase();
    const heading = section.h.toLowerCase();
    const text = section.x.toLowerCase();
    let score = 0;
    for (const word of words) {
      const points =
        (heading === word ? 20 : 0) +
        (title === word ? 10 : 0) +
        (heading.includes(word) ? 5 : 0) +
        (title.includes(word) ? 3 : 0) +
        (text.includes(word) ? 1 : 0);
      if (points === 0) {
        score = 0;
        break;
      }
      score += points;
    }
    if (score > 0) found.push({ section, score });
  }
  return found.sort((a, b) => b.score - a.score).map(({ section }) => section);
}

if (typeof document !== 'undefined') {
  const field = document.getElementById('search');
  const list = document.getElementById('found');
  const root = document.body.dataset.root ?? '';
  field.addEventListener('input', () => {
    const sections = searchSections(globalThis.searchIndex, field.value).slice(0, 30);
    list.hidden = field.value.trim() === '';
    list.replaceChildren(
      ...sections.map(({ t, h, u, x }) => {
        const link = document.createElement('a');
        link.href = root + u;
        link.textContent = h === '' || h === t ? t : `${t}: ${h}`;
        const text = document.createElement('p');
        text.textContent = x.slice(0, 120);
        const entry = document.createElement('li');
        entry.append(link, text);
        return entry;
      }),
    );
    if (sections.length === 0) list.textContent = 'Nothing found.';
  });
}
