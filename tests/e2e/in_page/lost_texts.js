/* Texts that cannot be read as they stand: cut off, beside the window, or over one another. */
() => {
  const lost = [];
  const all = texts();
  const edge = document.documentElement.clientWidth + 1;
  const shrink = ({ left, top, right, bottom }) => {
    const inset = (bottom - top) * 0.22; // letters fill less than the box that a font claims for them
    return { left: left + 1, right: right - 1, top: top + inset, bottom: bottom - inset };
  };
  for (const { text, element, rectangles } of all) {
    const name = `${text.slice(0, 40)} (${describe(element)})`;
    if (rectangles.some(({ left, right }) => right > edge || left < -1)) lost.push(`beside the window: ${name}`);
    for (let e = element; e && e !== document.documentElement; e = e.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      if (overflowX !== "visible" && rectangles.some(({ left, right }) => right > box.right + 2 || left < box.left - 2)) {
        lost.push(`cut off sideways by ${describe(e)}: ${name}`);
      }
      if (/hidden|clip/.test(overflowY) && rectangles.some((r) => shrink(r).bottom > box.bottom + 2)) {
        lost.push(`cut off below by ${describe(e)}: ${name}`);
      }
    }
  }
  const boxes = all.flatMap(({ text, element, rectangles, block }) =>
    rectangles.map((rectangle) => ({ text, element, block, ...shrink(rectangle) })));
  boxes.sort((a, b) => a.top - b.top);
  boxes.forEach((one, place) => {
    for (let next = place + 1; next < boxes.length && boxes[next].top < one.bottom; next += 1) {
      const other = boxes[next];
      if (other.block === one.block || one.block.contains(other.block) || other.block.contains(one.block)) continue;
      if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2) {
        lost.push(`over one another: ${one.text.slice(0, 30)} / ${other.text.slice(0, 30)} (${describe(one.element)})`);
      }
    }
  });
  return [...new Set(lost)];
}
