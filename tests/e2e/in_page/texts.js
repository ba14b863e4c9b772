/* `texts()`: every piece of text that can be seen, with its element, its rectangles and its nearest block. */
() => {
  const forScreenReaders = (element) => {
    const { clipPath, clip } = getComputedStyle(element);
    return clipPath === "inset(50%)" || (clip !== "auto" && clip.startsWith("rect(0px"));
  };

  globalThis.texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || /^(SCRIPT|STYLE|TEXTAREA)$/.test(element.tagName)) continue;
      if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) continue;
      let hidden = false;
      for (let e = element; e && !hidden; e = e.parentElement) hidden = forScreenReaders(e);
      if (hidden) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rectangles = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      if (!rectangles.length) continue;
      let block = element;
      while (getComputedStyle(block).display.startsWith("inline") && block.parentElement) block = block.parentElement;
      found.push({ text: node.data.trim().replace(/\s+/g, " "), element, rectangles, block });
    }
    return found;
  };

  globalThis.describe = (element) => {
    const parts = [];
    for (let e = element; e && e !== document.body && parts.length < 3; e = e.parentElement) {
      parts.unshift(e.tagName.toLowerCase() + [...e.classList].map((name) => `.${name}`).join(""));
    }
    return parts.join(" > ");
  };
}
