// What a script adds to pages that work without one: the language link keeps the place, and sharing is one press.

// The topmost section that is being read has the same id on the page in the other language.
const keepPlace = ({ currentTarget: link }) => {
  const line = innerHeight / 3;
  const read = [...document.querySelectorAll("main [id^='s-']")].filter(
    (section) => section.getBoundingClientRect().top < line,
  );
  link.hash = read.length ? read.at(-1).id : "";
};

for (const link of document.querySelectorAll("a[data-same-page]")) {
  for (const event of ["click", "auxclick", "contextmenu"]) link.addEventListener(event, keepPlace);
}

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
