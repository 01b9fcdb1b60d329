/// The part of a page's script that sorts tables by a column whose head is pressed: numbers as numbers, `mean ± sd`
/// by its mean, what is not known last.
enum SortScript {
  static let text = #"""
    const parsed = cell => {
      if (cell.dataset.v !== undefined) return +cell.dataset.v;
      const match = /^([−-]?[\d,]*\.?\d+(?:e[-+]?\d+)?)(?:$|\s*[%±])/.exec(cell.textContent.trim());
      return match ? +match[1].replace('−', '-').replaceAll(',', '') : null;
    };
    const sorting = table => {
      const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
      if (body.rows.length < 2) return;
      heads.forEach((head, index) => {
        const button = make('button');
        button.type = 'button';
        button.textContent = head.textContent;
        head.replaceChildren(button);
        button.addEventListener('click', () => {
          const sign = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
          heads.forEach(other => other.removeAttribute('aria-sort'));
          head.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending');
          const entries = [...body.rows].map(row => {
            const text = row.cells[index].textContent.trim();
            return {row, text, value: parsed(row.cells[index]), isKnown: text !== '–' && text !== ''};
          });
          const isNumeric = entries.every(entry => !entry.isKnown || entry.value !== null);
          entries.sort((a, b) => {
            if (!a.isKnown || !b.isKnown) return b.isKnown - a.isKnown;
            return sign * (isNumeric ? a.value - b.value :
              a.text.localeCompare(b.text, 'en', {numeric: true}));
          });
          body.append(...entries.map(entry => entry.row));
        });
      });
    };
    document.querySelectorAll('table').forEach(sorting);
    // A region that does not scroll need not be stopped at.
    const settle = () => document.querySelectorAll('.scroll,pre').forEach(part => {
      if (part.scrollWidth > part.clientWidth) part.tabIndex = 0; else part.removeAttribute('tabindex');
    });
    settle();
    addEventListener('resize', settle);
    """#
}
