/* Colours as they come out on the screen: `colours.onGround` and `colours.ratio`. Expects a window as tall as the page,
   because the browser tells what lies under a point only for points it shows. */
() => {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();

  /* [red, green, blue, alpha] of any CSS colour; the first three from 0 to 255, alpha from 0 to 1. */
  function parse(colour) {
    if (!known.has(colour)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
      known.set(colour, [red, green, blue, alpha / 255]);
    }
    return known.get(colour);
  }

  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];

  function luminance(colour) {
    const [r, g, b] = colour.slice(0, 3).map((share) => {
      const c = share / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /* From 1 (the same) to 21 (black on white); WCAG 2.2, "contrast ratio". */
  function ratio(first, second) {
    const [lighter, darker] = [luminance(first), luminance(second)].sort((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  }

  /* The colours an element lays down: its background, and every stop of a gradient. A picture gives null. */
  function layers(element) {
    const style = getComputedStyle(element);
    if (style.backgroundImage.includes("url(") || /^(IMG|VIDEO|CANVAS)$/.test(element.tagName)) return null;
    const stops = style.backgroundImage.match(/(?:rgba?|color|oklch|oklab|lab|lch|hsla?)\([^()]*\)/g) ?? [];
    return [...stops, style.backgroundColor].map(parse).filter((colour) => colour[3] > 0);
  }

  /* The possible grounds of `element` at a point: those of what the browser paints below it there. Null: a picture. */
  function grounds(element, x, y) {
    const stack = document.elementsFromPoint(x, y);
    const own = stack.findIndex((other) => other === element || element.contains(other));
    let below = own < 0 ? [] : stack.slice(own);
    if (own < 0) for (let e = element; e; e = e.parentElement) below.push(e);
    let veils = [];
    for (const other of below) {
      if (other instanceof SVGElement) continue;
      const found = layers(other);
      if (found === null) return null;
      const solid = found.filter((colour) => colour[3] > 0.99);
      if (solid.length) return solid.map((ground) => veils.reduceRight((under, veil) => over(veil, under), ground));
      veils.push(...found);
    }
    const canvas = parse("canvas");
    return [veils.reduceRight((under, veil) => over(veil, under), canvas)];
  }

  /* The worst ratio of a colour on what lies under it at a point; null on a picture, which nobody can judge. */
  function onGround(element, colour, x, y) {
    let opacity = 1;
    for (let e = element; e; e = e.parentElement) opacity *= Number(getComputedStyle(e).opacity);
    const [r, g, b, a] = parse(colour);
    const found = grounds(element, x, y);
    return found && Math.min(...found.map((ground) => ratio(over([r, g, b, a * opacity], ground), ground)));
  }

  globalThis.colours = { onGround, parse, ratio };
}
