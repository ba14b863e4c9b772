/* Borders of what one fills in, and lines of the figures, that stand out less than WCAG 1.4.11 asks (3). */
() => {
  const faint = [];
  const report = (element, what, ratio) => {
    if (ratio !== null && ratio < 3) faint.push(`${describe(element)} ${what}: ${ratio.toFixed(2)}`);
  };
  for (const field of document.querySelectorAll("input:not([type=hidden]), textarea, select")) {
    if (field.closest("[aria-hidden=true]") || !field.checkVisibility()) continue;
    const { left, top, width } = field.getBoundingClientRect();
    const style = getComputedStyle(field);
    if (parseFloat(style.borderBlockEndWidth) === 0) faint.push(`${describe(field)} has no border`);
    report(field, "border", colours.onGround(field.parentElement, style.borderBlockEndColor, left + width / 2, top - 2));
  }
  for (const shape of document.querySelectorAll("figure svg path")) {
    const style = getComputedStyle(shape);
    const isLine = style.stroke !== "none" && parseFloat(style.strokeWidth) > 0 && Number(style.strokeOpacity) === 1;
    if (!isLine || shape.closest("defs") || !shape.checkVisibility()) continue;
    const middle = shape.getPointAtLength(shape.getTotalLength() / 2).matrixTransform(shape.getScreenCTM());
    report(shape, "line", colours.onGround(shape.closest("figure"), style.stroke, middle.x, middle.y));
  }
  return [...new Set(faint)];
}
