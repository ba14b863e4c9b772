/* Pairs of tab stops (`data-stop`) where the second one stands before the first: higher, and not in a column beside it. */
() => {
  const backward = [];
  for (const part of document.querySelectorAll("header, nav, main, footer, section, form")) {
    const stops = [...part.querySelectorAll("[data-stop]")].filter((stop) => stop.parentElement.closest(part.tagName) === part);
    for (let place = 1; place < stops.length; place += 1) {
      const before = stops[place - 1].getBoundingClientRect();
      const after = stops[place].getBoundingClientRect();
      const higher = after.bottom <= before.top + 1;
      const leftInTheSameLine = after.right <= before.left + 1 && after.top < before.bottom && after.bottom > before.top;
      if ((higher && after.left < before.right - 1) || leftInTheSameLine) {
        backward.push(`${stops[place - 1].innerText} → ${stops[place].innerText} (${describe(part)})`);
      }
    }
  }
  return backward;
}
