/// The part of a page's script that plays films.
enum FilmScript {
  static let text = #"""
    const levels = 20;
    const paint = plot => {
      const data = plot.data ?? (plot.data = dataOf(plot));
      const heat = plot.querySelector('g.heat');
      const rows = data.rows.count, columns = data.columns.count;
      const paths = new Array(levels + 1).fill('');
      const shade = index => {
        const value = plot.valueAt(index);
        if (value === null || value <= data.low) return 0;
        return clamp(Math.round((value - data.low) / (data.high - data.low) * levels), 1, levels);
      };
      for (let row = 0; row < rows; row += 1)
        for (let column = 0; column < columns;) {
          const first = column, level = shade(row * columns + column);
          do column += 1; while (column < columns && shade(row * columns + column) === level);
          if (level) paths[level] += `M${first} ${row}h${column - first}v1h-${column - first}z`;
        }
      heat.replaceChildren();
      paths.forEach((d, level) => {
        if (d) draw('path', {'fill-opacity': (level / levels).toFixed(2), d}, heat);
      });
      plot.refresh?.();
    };
    document.querySelectorAll('.film').forEach(film => {
      const moments = dataOf(film), plots = film.querySelectorAll('.plot');
      const slider = film.querySelector('input'), button = film.querySelector('button');
      const label = film.querySelector('label'), still = film.querySelector('.still');
      const last = moments.length - 1;
      const calm = matchMedia('(prefers-reduced-motion: reduce)');
      let timer = null;
      const show = moment => {
        slider.value = moment;
        slider.setAttribute('aria-valuetext', moments[moment]);
        label.textContent = still.textContent = moments[moment];
        plots.forEach(plot => { plot.moment = moment; paint(plot); });
      };
      const name = () => { button.textContent = calm.matches ? 'Next' : timer ? 'Pause' : 'Play'; };
      const stop = () => { clearInterval(timer); timer = null; name(); };
      const next = () => {
        if (+slider.value < last) show(+slider.value + 1);
        if (+slider.value >= last) stop();
      };
      button.addEventListener('click', () => {
        if (timer) { stop(); return; }
        const isOver = +slider.value >= last;
        if (isOver) show(0);
        if (calm.matches) { if (!isOver) next(); return; }
        timer = setInterval(next, clamp(9000 / moments.length, 90, 700));
        name();
      });
      slider.addEventListener('input', () => { stop(); show(+slider.value); });
      calm.addEventListener('change', stop);
      film.querySelector('.controls').hidden = false;
      still.hidden = true;
      name();
      show(last);
    });
    """#
}
