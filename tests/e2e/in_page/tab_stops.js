/* Marks what the Tab key should reach, in the order of the document (`data-stop`), and defines `stopHere()`: what is
   wrong with the place where the focus is now. Returns how many stops there are. */
() => {
  const reachable = "a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex]";
  const stops = [...document.querySelectorAll(reachable)].filter((element) =>
    element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]") &&
    element.checkVisibility({ visibilityProperty: true }));
  document.querySelectorAll("[data-stop]").forEach((element) => delete element.dataset.stop);
  stops.forEach((element, place) => { element.dataset.stop = place; });

  // A browser brings the line one types on into view, not always the whole of a large field.
  const lastLine = (element, top, bottom) => (element.matches("textarea") ? top + 48 : bottom);

  const within = (element) => [...element.getClientRects()].some(({ left, top, right, bottom, width, height }) =>
    width > 0 && height > 0 && left >= -1 && right <= innerWidth + 1 &&
    (height > innerHeight || (top >= -1 && lastLine(element, top, bottom) <= innerHeight + 1)));

  const isUncovered = (element) => [...element.getClientRects()].some(({ left, top, width, height }) => {
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return found !== null && (element.contains(found) || found.contains(element));
  });

  globalThis.stopHere = () => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const faults = [];
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push(`outline ${outlineStyle} ${outlineWidth}`);
    const { left, top, width } = element.getBoundingClientRect();
    const ratio = colours.onGround(element.parentElement, outlineColor, left + width / 2, Math.max(top - 2, 0));
    if (ratio !== null && ratio < 3) faults.push(`outline stands out ${ratio.toFixed(2)}, needs 3`);
    if (!within(element)) faults.push("not in the window");
    if (!isUncovered(element)) faults.push("covered");
    return { stop: Number(element.dataset.stop ?? -1), name: describe(element), faults };
  };
  return stops.length;
}
