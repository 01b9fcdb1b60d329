/// The part of a page's script that reads out values: which one is nearest to a place in a drawing, where the
/// arrow keys lead from it, and what it says.
enum ReadoutScript {
  /// Charts: all points of all series, whose places follow from the axes.
  static let charts = #"""
    const chartReadout = data => {
      const scale = (axis, flip) => {
        const [start, length, low, high] = axis.at;
        const level = axis.log ? Math.log10 : value => value;
        const from = level(low), span = level(high) - from;
        return value => {
          const share = clamp((level(value) - from) / span, 0, 1);
          return start + (flip ? 1 - share : share) * length;
        };
      };
      const across = scale(data.x, false), up = scale(data.y, true);
      const series = data.s.map((s, index) => s.y.map((y, place) => {
        const x = s.x ? s.x[place] : place + 1;
        return {x, y, off: s.e ? s.e[place] : null, left: across(x), top: up(y), series: index};
      }).filter(point => point.y !== null).sort((a, b) => a.left - b.left));
      const points = series.flat();
      const best = (points, cost) => {
        let found = null, least = Infinity;
        for (const point of points) {
          const price = cost(point);
          if (price < least) { least = price; found = point; }
        }
        return found;
      };
      const line = (point, isNearest) => ({
        color: data.s[point.series].c, strong: isNearest && data.s.length > 1,
        text: (data.s[point.series].n ? data.s[point.series].n + ': ' : '') +
          reading(point.y, data.y.unit) +
          (point.off === null ? '' : ' ± ' + reading(point.off, data.y.unit)),
      });
      return {
        marks: points.length,
        nearest: (left, top) =>
          best(points, p => (p.left - left) ** 2 + 0.25 * (p.top - top) ** 2),
        first: () => points[0],
        step: (point, x, y) => {
          const own = series[point.series];
          if (x) return own[clamp(own.indexOf(point) + x, 0, own.length - 1)];
          const others = series.filter(s => s.length);
          const next = others[clamp(others.indexOf(own) + y, 0, others.length - 1)];
          return next === own ? point : best(next, p => Math.abs(p.left - point.left));
        },
        end: (point, isLast) => series[point.series].at(isLast ? -1 : 0),
        say: point => {
          const beside = data.s.length > 1 && data.s.length <= 8
            ? series.map(own => own.find(p => p.x === point.x)).filter(p => p) : [point];
          return {
            head: ((data.x.label ? data.x.label + ' ' : '') + reading(point.x, data.x.unit)).trim(),
            lines: beside.map(p => line(p, p.series === point.series)),
          };
        },
        mark: (point, svg) => draw('circle',
          {class: 'ring s' + data.s[point.series].c, cx: point.left, cy: point.top, r: 6}, svg),
      };
    };
    """#

  /// Heat maps: cells in a grid. The numbers of a film are unpacked once, and looked up at the moment shown.
  static let grids = #"""
    const gridReadout = (data, plot) => {
      const [left, top, side] = data.at;
      const rows = data.rows.count, columns = data.columns.count;
      const packed = data.b ? Uint8Array.from(atob(data.b), letter => letter.charCodeAt(0)) : null;
      const known = index => {
        if (!packed) return data.v[index];
        const level = packed[(plot.moment ?? packed.length / rows / columns - 1) * rows * columns + index];
        return level === 255 ? null : data.low + level * data.step;
      };
      plot.valueAt = known;
      const cell = (row, column) => ({row: clamp(row, 0, rows - 1), column: clamp(column, 0, columns - 1)});
      const name = (side, line) => side.names.length ? side.names[line] : `${line + 1} of ${side.count}`;
      return {
        marks: rows * columns,
        nearest: (x, y) => cell(Math.floor((y - top) / side), Math.floor((x - left) / side)),
        first: () => cell(0, 0),
        step: (at, x, y) => cell(at.row + y, at.column + x),
        end: (at, isLast) => cell(at.row, isLast ? columns - 1 : 0),
        say: at => {
          const index = at.row * columns + at.column, value = known(index);
          const places = index < data.cells.length ? data.cells[index] : data.rows.names.length
            ? `${data.rows.label} ${name(data.rows, at.row)}, ${data.columns.label} ${name(data.columns, at.column)}`
            : `row ${name(data.rows, at.row)}, column ${name(data.columns, at.column)}`;
          return {
            head: places,
            lines: [{color: 0, text: (value === null ? 'not known' : reading(value, data.unit)) + ' · ' + data.label}],
          };
        },
        mark: (at, svg) => draw('rect', {class: 'ring', x: left + at.column * side,
          y: top + at.row * side, width: side, height: side}, svg),
      };
    };
    """#

  /// The label that shows a value, by pointer, touch and keys, and is spoken.
  static let tips = #"""
    let shown = null;
    const attach = plot => {
      const data = dataOf(plot), svg = plot.querySelector('svg');
      if (!data || !svg) return;
      const readout = plot.dataset.kind === 'grid' ? gridReadout(data, plot) : chartReadout(data);
      if (!readout.marks) return;
      // What the browser would show by itself, late and beside ours.
      for (const hit of svg.querySelectorAll('.hit')) hit.remove();
      const title = svg.querySelector('title');
      const name = title.textContent;
      svg.setAttribute('aria-label', name);
      svg.setAttribute('aria-describedby', svg.querySelector('desc').id);
      svg.removeAttribute('aria-labelledby');
      title.remove();
      plot.tabIndex = 0;
      plot.setAttribute('role', 'group');
      plot.setAttribute('aria-label', `${name}: values, by the arrow keys`);
      const tip = make('div', 'tip', plot);
      tip.setAttribute('role', 'status');
      tip.hidden = true;
      let at = null, mark = null;
      const hide = () => {
        if (mark) mark.remove();
        mark = null;
        tip.hidden = true;
        if (shown === hide) shown = null;
      };
      const show = place => {
        if (shown && shown !== hide) shown();
        if (mark) mark.remove();
        at = place;
        const {head, lines} = readout.say(at);
        tip.replaceChildren();
        make('div', 'head', tip).textContent = head;
        for (const line of lines) {
          const row = make('div', (line.strong ? 'strong ' : '') + 's' + line.color, tip);
          make('i', '', row);
          make('span', '', row).textContent = line.text;
        }
        mark = readout.mark(at, svg);
        tip.hidden = false;
        const frame = plot.getBoundingClientRect(), spot = mark.getBoundingClientRect();
        const wide = tip.offsetWidth, high = tip.offsetHeight;
        const middle = (spot.left + spot.right) / 2 - frame.left;
        tip.style.left = clamp(middle - wide / 2, 0, Math.max(frame.width - wide, 0)) + 'px';
        const above = spot.top - frame.top - high - 8;
        tip.style.top = (above < -24 ? spot.bottom - frame.top + 8 : above) + 'px';
        shown = hide;
      };
      plot.refresh = () => { if (!tip.hidden && at) show(at); };
      const point = event => {
        const frame = svg.getBoundingClientRect();
        const unit = svg.viewBox.baseVal.width / frame.width;
        show(readout.nearest((event.clientX - frame.left) * unit, (event.clientY - frame.top) * unit));
      };
      svg.addEventListener('pointermove', point);
      svg.addEventListener('pointerdown', point);
      plot.addEventListener('pointerleave', event => {
        if (event.pointerType === 'mouse' && document.activeElement !== plot) hide();
      });
      plot.addEventListener('focus', () => {
        if (plot.matches(':focus-visible')) show(at ?? readout.first());
      });
      plot.addEventListener('blur', hide);
      plot.addEventListener('keydown', event => {
        const steps = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
        const from = at ?? readout.first();
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        if (steps[event.key]) show(readout.step(from, ...steps[event.key]));
        else if (event.key === 'Home' || event.key === 'End') show(readout.end(from, event.key === 'End'));
        else if (event.key === 'Escape') { hide(); return; }
        else return;
        event.preventDefault();
      });
    };
    document.addEventListener('pointerdown', event => {
      if (shown && !event.target.closest('.plot')) shown();
    });
    document.querySelectorAll('.plot').forEach(attach);
    """#
}
