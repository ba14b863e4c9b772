/* Every text, and every mark set with it by a pseudo-element, that stands out less than WCAG 1.4.3 asks. */
() => {
  const faint = [];
  for (const { text, element, rectangles } of texts()) {
    for (const pseudo of [null, "::before", "::after", "::marker"]) {
      const style = getComputedStyle(element, pseudo);
      if (pseudo && (style.content === "none" || (style.content === "normal" && pseudo !== "::marker"))) continue;
      if (pseudo === "::marker" && getComputedStyle(element).display !== "list-item") continue;
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const needed = isLarge ? 3 : 4.5;
      const { left, top, width, height } = rectangles[0];
      const ratio = colours.onGround(element, style.color, left + width / 2, top + height / 2);
      if (ratio === null || ratio < needed) {
        faint.push(`${text.slice(0, 40)} (${describe(element)}${pseudo ?? ""}): ${ratio?.toFixed(2) ?? "on a picture"}, needs ${needed}`);
      }
    }
  }
  return faint;
}
