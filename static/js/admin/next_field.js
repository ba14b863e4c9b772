// Where the cursor goes by itself in the editor, so that writing goes on without reaching for the mouse.

// The field that asks for it stands behind tabs that are still being set up, so the browser passes it over.
addEventListener("load", () => {
  const field = document.querySelector("#page-edit-form [autofocus]");
  if (field && document.activeElement === document.body) field.focus();
});

// After a picture is chosen, the words for it come next, once the chooser has gone.
document.addEventListener("change", ({ target }) => {
  if (target.id !== "id_hero_image" || !target.value) return;
  const words = document.getElementById("id_hero_alt");
  if (!words || words.value || document.getElementById("id_hero_decorative")?.checked) return;
  const focus = () => {
    if (document.querySelector(".modal.in, .modal-backdrop")) return setTimeout(focus, 50);
    words.focus();
  };
  focus();
});

// Enter in a field of one line would press the first button of the form: on a post, the one that publishes. Widgets have
// answered it before it comes here. What is pressed by Enter itself, such as a file to choose, still is.
document.addEventListener("keydown", (event) => {
  const { target } = event;
  if (event.key !== "Enter" || target.tagName !== "INPUT" || target.form?.id !== "page-edit-form") return;
  if (!["submit", "button", "image", "reset", "file"].includes(target.type)) event.preventDefault();
});
