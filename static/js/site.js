// What a script adds to pages that work without one: passing a page on is one press.

for (const button of document.querySelectorAll("button[data-share]")) {
  const { shareUrl: url, shareTitle: title, copied } = button.dataset;
  if (!navigator.share && !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      if (navigator.share) return await navigator.share({ title, url });
      await navigator.clipboard.writeText(url);
      button.nextElementSibling.textContent = copied;
    } catch {
      // Closed by the reader, or refused by the browser: the link for mail is beside it.
    }
  });
}

// The running heads, where the stylesheet cannot show them by itself.
if (!CSS.supports("animation-timeline: view()")) {
  const heads = [...document.querySelectorAll(".running-head")];
  const show = () => {
    for (const head of heads) {
      const { top, bottom } = head.parentElement.getBoundingClientRect();
      head.classList.toggle("running-head--shown", top < -144 && bottom > 0);
    }
  };
  addEventListener("scroll", () => requestAnimationFrame(show), { passive: true });
  show();
}
